/** Questions to payers: when they are asked, and what their answers come to. */
package carequeue.command.eligibility;
