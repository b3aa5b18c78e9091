/** Claims to a payer that speaks FHIR R4: Claim with {@code $submit}, ClaimResponse. */
package carequeue.adapter.claims.fhir;
