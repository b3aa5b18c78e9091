/** Payers, over FHIR and through a clearing-house's 270/271: what they say follows from the member's number. */
package carequeue.sandbox.payer;
