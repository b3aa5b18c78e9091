/** An EHR that speaks FHIR R4, through HAPI's client, which is seen nowhere else. */
package carequeue.adapter.ehr.fhir;
