package carequeue.api.claim;

import carequeue.api.EventName;
import carequeue.api.Money;
import carequeue.api.patient.CoverageOrder;
import java.time.Instant;
import java.util.List;

/**
 * What a payer said about a claim, or did; {@code waitNumber} is the number of the wait that begins, until {@code answerBy}. Where that is null, none begins.
 */
public sealed interface PayerEvent extends ClaimEvent {

    /** The payer takes the claim and will decide. */
    @EventName("claim.accepted")
    record ClaimAccepted(
            String claimId,
            String visitId,
            int submission,
            String payerClaimNumber,
            List<String> codes,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements PayerEvent {}

    /** The claim was not taken; {@code lost}: the payer does not find it, and may find it still. */
    @EventName("claim.rejected")
    record ClaimRejected(
            String claimId,
            String visitId,
            int submission,
            boolean lost,
            List<String> codes,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements PayerEvent {}

    /** There is word of it that changes nothing; the wait goes on. */
    @EventName("claim.under-way")
    record ClaimUnderWay(
            String claimId,
            String visitId,
            int submission,
            Acknowledgement.Word word,
            String payerClaimNumber,
            List<String> codes,
            Instant at)
            implements PayerEvent {}

    /**
     * The payer decided.
     *
     * @param patientOwes what the patient owes by this decision
     * @param last whether no further payer is billed
     */
    @EventName("claim.adjudicated")
    record ClaimAdjudicated(
            String claimId,
            String siteId,
            String patientId,
            String visitId,
            int submission,
            CoverageOrder order,
            Adjudication adjudication,
            Money patientOwes,
            boolean last,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements PayerEvent {}

    @EventName("claim.denied")
    record ClaimDenied(String claimId, String visitId, int submission, List<String> codes, Instant at)
            implements PayerEvent {}

    /** The payer took its decision back; another is waited for. */
    @EventName("claim.reversed")
    record ClaimReversed(
            String claimId,
            String visitId,
            int submission,
            String answerId,
            int waitNumber,
            Instant answerBy,
            Instant at)
            implements PayerEvent {}

    /** Money came, or (below nothing) was taken back; {@code total} is all of it. */
    @EventName("claim.remitted")
    record ClaimRemitted(String claimId, String visitId, String reference, Money amount, Money total, Instant at)
            implements PayerEvent {}

    /** All that the payer decided to pay is here. */
    @EventName("claim.paid")
    record ClaimPaid(String claimId, String visitId, Money total, Instant at) implements PayerEvent {}

    /** The payer does not take the end of its claim: that stands as before. */
    @EventName("claim.void-refused")
    record VoidRefused(String claimId, String visitId, int submission, List<String> codes, ClaimState back, Instant at)
            implements PayerEvent {}

    /**
     * Word came that changes nothing.
     *
     * @param what such as {@code accepted} or {@code processed}
     * @param why {@code older} than what is known, a {@code repeat}, or {@code unbalanced}
     * @param paid what it says was paid, or null
     */
    @EventName("claim.answer-noted")
    record ClaimAnswerNoted(
            String claimId, String visitId, int submission, String what, String why, Money paid, Instant at)
            implements PayerEvent {}
}
