package carequeue.api.claim;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.PhiSubject;
import carequeue.api.patient.CoverageRef;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a claim. Those of people answer with {@link ClaimOutcome}; news of payers answer nothing. */
public sealed interface ClaimCommand {

    /** The claim's identifier. */
    String claimId();

    /**
     * Begins the bill to a payer for a visit; harmless when it is begun. With another word of the payer before, that is noted.
     *
     * @param further the coverages to be billed afterwards, in order
     * @param prior what the payer before decided, null for the first payer
     * @param content as it went to the payer before, else null
     */
    record DraftClaim(
            @TargetAggregateIdentifier String claimId,
            String siteId,
            @PhiSubject String patientId,
            String visitId,
            LocalDate serviceDate,
            CoverageRef coverage,
            List<CoverageRef> further,
            Prior prior,
            ClaimContent content,
            ClaimPolicy policy)
            implements ClaimCommand {}

    /**
     * Says what was done and what it costs, all of it; what stands in the way of a submission is named in the answer.
     *
     * @param payerClaimNumber the payer's number of the claim where a person knows it, else null
     * @param source what the EHR says never takes the place of what billing typed
     */
    record TypeClaim(
            @TargetAggregateIdentifier String claimId,
            @PhiSubject String patientId,
            ClaimContent content,
            String payerClaimNumber,
            ContentSource source)
            implements ClaimCommand {}

    /** The coverage is known better, such as its payer or subscriber. Harmless when nothing is to be submitted any more. */
    record NoteCoverage(@TargetAggregateIdentifier String claimId, CoverageRef coverage) implements ClaimCommand {}

    /**
     * Sends the claim to the payer; sends it again where it was rejected or corrected.
     *
     * @param lateReason why it goes out after the payer's time limit, else null
     */
    record SubmitClaim(@TargetAggregateIdentifier String claimId, String lateReason, ClaimPolicy policy)
            implements ClaimCommand {}

    /** Opens a claim that went out so that it can be changed and submitted again. */
    record CorrectClaim(@TargetAggregateIdentifier String claimId, String reason) implements ClaimCommand {}

    /** Ends a claim; a payer that has it is told. */
    record VoidClaim(@TargetAggregateIdentifier String claimId, String reason, ClaimPolicy policy)
            implements ClaimCommand {}

    /** Leaves it at the payer's denial: the next payer is billed, or the patient owes what the payer said. */
    record CloseClaim(@TargetAggregateIdentifier String claimId, String reason) implements ClaimCommand {}

    /** Asks the payer how the claim stands. */
    record RequestStatus(@TargetAggregateIdentifier String claimId) implements ClaimCommand {}

    /** Asks what a claim says; the answer is {@link ClaimKnown}, and nothing happens. */
    record AskClaim(@TargetAggregateIdentifier String claimId) implements ClaimCommand {}

    /**
     * What a clearing-house or payer says before it decides, also when it is late, comes twice or out of order.
     *
     * @param submission which submission it is about, as {@code ClaimSubmitted} numbered it
     */
    record ReportAcknowledgement(
            @TargetAggregateIdentifier String claimId, int submission, Acknowledgement acknowledgement)
            implements ClaimCommand {}

    /** What a payer decided about a submission; the same rules as for acknowledgements. */
    record ReportAdjudication(@TargetAggregateIdentifier String claimId, int submission, Adjudication adjudication)
            implements ClaimCommand {}

    /**
     * A payer's money for the claim is here, or (below nothing) was taken back.
     *
     * @param reference of the payment, such as its trace number; the same one twice is one payment
     */
    record ReportRemittance(@TargetAggregateIdentifier String claimId, String reference, Money amount)
            implements ClaimCommand {}

    /** The claim is another patient's from now on, since two records of one person were merged or taken apart. Harmless when it is theirs. */
    record AssignClaim(@TargetAggregateIdentifier String claimId, String patientId, String reason)
            implements ClaimCommand {}

    /** A wait is over: {@code answer-4} for the claim's fourth wait, {@code filing-warning} or {@code filing-limit} for the payer's time limit. */
    record ElapseClaim(@TargetAggregateIdentifier String claimId, String step) implements ClaimCommand {}

    /** How a claim stands after an order; {@code missing} names by JSON pointers what it lacks. */
    record ClaimOutcome(String claimId, ClaimState state, int submission, List<String> missing) {}

    /** What a claim says and what its payer decided; {@code adjudication} is null before. */
    record ClaimKnown(
            String claimId,
            String siteId,
            @PhiSubject String patientId,
            String visitId,
            LocalDate serviceDate,
            CoverageRef coverage,
            List<CoverageRef> further,
            ClaimContent content,
            Adjudication adjudication) {}

    /** The claim for a visit to the payer of a coverage: whoever drafts it, it is the same. */
    static String id(String visitId, String coverageId) {
        return Ids.derived("claim", visitId, coverageId);
    }
}
