/** The bills to payers: where each stands, what it lacks, what was decided and paid. */
package carequeue.query.claims;
