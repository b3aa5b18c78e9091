/** What payers said about coverages, and what somebody has to see to. */
package carequeue.query.eligibility;
