package carequeue.api.eligibility;

import carequeue.api.patient.CoverageOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about eligibility checks and their answers. */
public sealed interface EligibilityQuery {

    /**
     * Checks, the first asked first; what is null does not matter. The answer is {@link Checks}.
     *
     * @param handedOver only those that somebody has to see to
     */
    record FindChecks(
            String siteId, String visitId, EligibilityState state, boolean handedOver, String cursor, int limit)
            implements EligibilityQuery {}

    /** One check; the answer is {@link CheckView} or null. */
    record FindCheck(String checkId) implements EligibilityQuery {}

    /** Several checks. */
    record Checks(List<CheckView> items, String nextCursor) {}

    /**
     * A check as staff see it.
     *
     * @param codes the payer's own
     * @param handedOver whether somebody has to see to it
     * @param decidedBy who decided in the payer's stead, or null
     * @param asks how often the payer was asked
     */
    record CheckView(
            String checkId,
            String siteId,
            String visitId,
            String appointmentId,
            String patientId,
            String patientName,
            String coverageId,
            CoverageOrder order,
            String payerName,
            LocalDate serviceDate,
            EligibilityState state,
            Benefits benefits,
            List<String> codes,
            boolean handedOver,
            String decidedBy,
            String reason,
            int asks,
            Instant retryAt,
            Instant validUntil,
            Instant askedAt,
            Instant changedAt) {}
}
