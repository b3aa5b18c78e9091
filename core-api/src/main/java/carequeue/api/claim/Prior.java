package carequeue.api.claim;

/**
 * What the payer before decided, so that the next one can coordinate.
 *
 * @param claimId the claim to it
 * @param payerId the payer's identifier at the clearing-house
 */
public record Prior(String claimId, String payerId, Adjudication adjudication) {}
