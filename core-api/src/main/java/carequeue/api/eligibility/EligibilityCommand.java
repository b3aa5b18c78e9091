package carequeue.api.eligibility;

import carequeue.api.Ids;
import carequeue.api.patient.CoverageRef;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to an eligibility check: one question to a payer about a coverage. */
public sealed interface EligibilityCommand {

    /** The check's identifier. */
    String checkId();

    /**
     * Begins the verification of a patient's insurance with the first coverage; the process asks the further ones. An answer that is still good
     * is not asked for again: {@code AnswerStands} says it. While an answer is waited for, a visit only joins.
     *
     * <p>Who sends it, as the check-in does once the patient is known, gives: {@code checkId} from {@link #id}, so that the evening before and
     * the arrival meet in one check; {@code coverage} and {@code further} from {@code AskCoverages} for the day of service, where an empty answer
     * is self-pay and nothing is asked; the site's policy. The events that follow name the visit; those that end the wait for this coverage are
     * {@code EligibilityAnswered} with {@code next} of nothing or person, {@code AnswerStands} and {@code EligibilityDecided}.
     *
     * @param visitId the visit, or null when a booked patient's coverage is asked ahead
     * @param appointmentId the appointment, or null for a walk-in
     * @param further the coverages to be asked afterwards, in order
     */
    record RequestEligibility(
            @TargetAggregateIdentifier String checkId,
            String visitId,
            String appointmentId,
            String siteId,
            String patientId,
            CoverageRef coverage,
            List<CoverageRef> further,
            LocalDate serviceDate,
            EligibilityPolicy policy)
            implements EligibilityCommand {}

    /**
     * What the payer said, also when it is late, comes twice or out of order.
     *
     * @param ask which of the check's questions it answers, as {@code EligibilityRequested} numbered it
     */
    record RecordEligibility(@TargetAggregateIdentifier String checkId, int ask, EligibilityAnswer answer)
            implements EligibilityCommand {}

    /** Asks the payer again, by somebody's wish. */
    record RecheckEligibility(@TargetAggregateIdentifier String checkId, EligibilityPolicy policy)
            implements EligibilityCommand {}

    /**
     * Somebody decides in the payer's stead, as after a telephone call.
     *
     * @param active whether the coverage is taken as active
     */
    record DecideEligibility(
            @TargetAggregateIdentifier String checkId, boolean active, Benefits benefits, String reason)
            implements EligibilityCommand {}

    /** Puts the check on the worklist; harmless when it is there or has its answer. */
    record HandOverEligibility(@TargetAggregateIdentifier String checkId) implements EligibilityCommand {}

    /** A wait has lasted long enough: {@code answer-2} for the answer to question 2, {@code retry-2} for the time to repeat it. */
    record ElapseEligibility(@TargetAggregateIdentifier String checkId, String step) implements EligibilityCommand {}

    /** The check of a coverage for a day of service: whoever asks, it is the same. */
    static String id(String siteId, String patientId, String coverageId, LocalDate serviceDate) {
        return Ids.derived("eligibility", siteId, patientId, coverageId, serviceDate.toString());
    }
}
