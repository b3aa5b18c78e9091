/** Bills to payers: what they need, when they go out, what is said about them, and what is left to the patient. */
package carequeue.command.claim;
