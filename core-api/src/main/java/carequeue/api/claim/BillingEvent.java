package carequeue.api.claim;

import carequeue.api.Claims;
import carequeue.api.EventName;
import carequeue.api.Money;
import carequeue.api.PhiSubject;
import carequeue.api.patient.CoverageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What we did with a claim; {@code missing} names by JSON pointers what it lacks before it can be submitted. */
public sealed interface BillingEvent extends ClaimEvent {

    /** The bill was begun; see {@link ClaimCommand.DraftClaim} for its parts. */
    @EventName("claim.drafted")
    record ClaimDrafted(
            String claimId,
            String siteId,
            @PhiSubject String patientId,
            String visitId,
            LocalDate serviceDate,
            CoverageRef coverage,
            List<CoverageRef> further,
            Prior prior,
            ClaimContent content,
            List<String> missing,
            ClaimPolicy policy,
            Instant warnAt,
            Instant fileBy,
            Instant at)
            implements BillingEvent {}

    @EventName("claim.typed")
    record ClaimTyped(
            String claimId,
            @PhiSubject String patientId,
            String visitId,
            ClaimContent content,
            String payerClaimNumber,
            ContentSource source,
            List<String> missing,
            Instant at)
            implements BillingEvent {}

    @EventName("claim.coverage-noted")
    record ClaimCoverageNoted(String claimId, String visitId, CoverageRef coverage, List<String> missing, Instant at)
            implements BillingEvent {}

    @EventName("claim.prior-noted")
    record PriorNoted(String claimId, String visitId, Prior prior, Instant at) implements BillingEvent {}

    /**
     * The claim is to go to the payer. Who carries it out reads the subscriber and the patient from the patient's own history, as it is then, sends the
     * claim once under the control number, and reports {@link ClaimCommand.ReportAcknowledgement}, later {@link ClaimCommand.ReportAdjudication} and
     * {@link ClaimCommand.ReportRemittance}; the claim of an answer is the holder of its control number.
     *
     * @param submission the number of the submission, from 1; answers name it
     * @param controlNumber at most 20 characters, unique
     * @param payerClaimNumber the payer's number of its claim where the frequency needs it
     * @param waitNumber the number of the wait that begins, until {@code answerBy}
     */
    @EventName("claim.submitted")
    record ClaimSubmitted(
            String claimId,
            String siteId,
            @PhiSubject String patientId,
            String visitId,
            int submission,
            Frequency frequency,
            String controlNumber,
            String payerClaimNumber,
            CoverageRef coverage,
            LocalDate serviceDate,
            ClaimContent content,
            Prior prior,
            String reason,
            ClaimPolicy policy,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements BillingEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(new Key(CONTROL_NUMBER, "claims", controlNumber));
        }
    }

    /** The payer before passed the claim on by itself: nothing is sent, the answer is waited for. */
    @EventName("claim.forwarded")
    record ClaimForwarded(
            String claimId,
            String patientId,
            String visitId,
            int submission,
            CoverageRef coverage,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements BillingEvent {}

    /**
     * The payer is to be asked how the claim stands. Who carries it out asks by control number, or by the payer's own number where there is one, and
     * reports {@link ClaimCommand.ReportAcknowledgement}.
     *
     * @param ask the number of the question since the last news, from 1
     */
    @EventName("claim.status-requested")
    record ClaimStatusRequested(
            String claimId,
            String visitId,
            int submission,
            int ask,
            String payerClaimNumber,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements BillingEvent {}

    /**
     * The bill did not leave: the clinic's settings or the patient's data lack what its form demands. It is open again as it was before it was
     * submitted.
     *
     * @param missing by JSON pointers, such as {@code /clinic/taxId}
     * @param back how it stands now: drafted, or corrected where a payer holds an earlier one
     */
    @EventName("claim.unsent")
    record ClaimUnsent(
            String claimId,
            String visitId,
            int submission,
            List<String> missing,
            ClaimState back,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements BillingEvent {}

    @EventName("claim.corrected")
    record ClaimCorrected(
            String claimId,
            String visitId,
            String reason,
            List<String> missing,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements BillingEvent {}

    /** The claim is over; a payer that had it has taken that. */
    @EventName("claim.voided")
    record ClaimVoided(String claimId, String visitId, String reason, Instant at) implements BillingEvent {}

    /**
     * The denial is left at that.
     *
     * @param patientOwes what the patient owes by the payer's word
     * @param last whether no further payer is billed
     */
    @EventName("claim.closed")
    record ClaimClosed(
            String claimId,
            String siteId,
            String patientId,
            String visitId,
            Money patientOwes,
            boolean last,
            String reason,
            Instant at)
            implements BillingEvent {}

    /** The claim is another patient's from now on; what goes to the payer stays on the record under which it was drafted. */
    @EventName("claim.assigned")
    record ClaimAssigned(String claimId, String visitId, String patientId, String before, String reason, Instant at)
            implements BillingEvent {}

    /** Somebody has to see to it. */
    @EventName("claim.handed-over")
    record ClaimHandedOver(String claimId, String visitId, Worry why, ClaimState state, Instant at)
            implements BillingEvent {}
}
