/** Questions and answers about insurance with a payer that speaks FHIR R4. */
package carequeue.adapter.payer.fhir;
