/** What payers say about the coverages of patients. */
package carequeue.api.eligibility;
