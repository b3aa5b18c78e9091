/** Bills to payers after a visit, what the payers say about them, and what is left to the patient. */
package carequeue.api.claim;
