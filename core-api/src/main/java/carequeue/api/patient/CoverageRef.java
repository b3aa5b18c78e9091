package carequeue.api.patient;

/**
 * A coverage as others name it: with nothing personal in it.
 *
 * @param payerId the payer's identifier at the clearing-house, or null when it is not known
 * @param subscriberKnown whether member identifier and subscriber are complete
 */
public record CoverageRef(
        String coverageId, CoverageOrder order, String payerId, String payerName, boolean subscriberKnown) {}
