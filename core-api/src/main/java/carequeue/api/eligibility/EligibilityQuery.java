package carequeue.api.eligibility;

import carequeue.api.patient.CoverageOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about eligibility checks and their answers. */
public sealed interface EligibilityQuery {

    /**
     * The checks of a site; the answer is {@link Checks}.
     *
     * @param state null for all
     * @param handedOver only those that somebody has to see to
     */
    record FindChecks(String siteId, EligibilityState state, boolean handedOver, String cursor, int limit)
            implements EligibilityQuery {}

    /** One check; the answer is {@link CheckView} or null. */
    record FindCheck(String checkId) implements EligibilityQuery {}

    /** Several checks. */
    record Checks(List<CheckView> items, String nextCursor) {}

    /** A check as staff see it. */
    record CheckView(
            String checkId,
            String visitId,
            String appointmentId,
            String patientId,
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
            Instant changedAt) {}
}
