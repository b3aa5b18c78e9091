package carequeue.api.claim;

import carequeue.api.Money;
import carequeue.api.patient.CoverageOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about claims and their answers. */
public sealed interface ClaimQuery {

    /**
     * Claims, the first drafted first; what is null does not matter. The answer is {@link ClaimList}.
     *
     * @param handedOver only those that somebody has to see to
     */
    record FindClaims(String siteId, String visitId, ClaimState state, boolean handedOver, String cursor, int limit)
            implements ClaimQuery {}

    /** One claim; the answer is {@link ClaimView} or null. */
    record FindClaim(String claimId) implements ClaimQuery {}

    /** Several claims. */
    record ClaimList(List<ClaimView> items, String nextCursor) {}

    /**
     * A claim as billing sees it.
     *
     * @param missing by JSON pointers what it lacks before it can be submitted
     * @param worry why somebody has to see to it, or null
     * @param submission how often it was submitted
     * @param answerBy until when word is waited for, or null
     * @param codes the payer's own, of its last word
     * @param remitted what came of the payer's money
     */
    record ClaimView(
            String claimId,
            String siteId,
            String visitId,
            LocalDate serviceDate,
            ClaimPatient patient,
            ClaimPayer payer,
            ClaimState state,
            Worry worry,
            List<String> missing,
            List<String> diagnoses,
            List<LineView> lines,
            String placeOfService,
            String billingNpi,
            String renderingNpi,
            int submission,
            String controlNumber,
            String payerClaimNumber,
            List<String> codes,
            DecisionView decision,
            Money remitted,
            String reason,
            LocalDate fileBy,
            Instant answerBy,
            Instant draftedAt,
            Instant changedAt) {}

    /** The patient as billing names them. */
    record ClaimPatient(String id, String name) {}

    /** The payer as the coverage names it. */
    record ClaimPayer(String coverageId, CoverageOrder order, String payerId, String name) {}

    /** One service; its codes are null where they were erased with the patient. */
    record LineView(
            String procedure,
            List<String> modifiers,
            List<Integer> diagnosisPointers,
            Money charge,
            Integer units,
            LocalDate day) {}

    /** What the payer decided last. */
    record DecisionView(
            Adjudication.Decision decision,
            Money charged,
            Money allowed,
            Money paid,
            Money patientOwes,
            List<Adjustment> adjustments,
            List<String> codes,
            Instant at) {}
}
