package carequeue.api.eligibility;

import carequeue.api.EventName;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What happened to an eligibility check. Times are when it occurred; {@code visitId} is null where there is no visit yet. */
public sealed interface EligibilityEvent {

    /** The check it happened to. */
    String checkId();

    /** The process over all coverages of a patient for a day of service. */
    String verificationId();

    /** The visit, or null. */
    String visitId();

    /** Why a question is asked. */
    enum Why {
        FIRST,
        STALE,
        RETRY,
        RECHECK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The payer is asked. Who carries it out reads the coverage, with member and subscriber, from the patient's own history, as it is then.
     *
     * @param ask the number of the question, from 1; the answer names it
     * @param answerBy until when an answer is waited for
     */
    @EventName("eligibility.requested")
    record EligibilityRequested(
            String checkId,
            String verificationId,
            String visitId,
            String appointmentId,
            String siteId,
            String patientId,
            CoverageRef coverage,
            List<CoverageRef> further,
            LocalDate serviceDate,
            int ask,
            Why why,
            EligibilityPolicy policy,
            Instant answerBy,
            Instant at)
            implements EligibilityEvent {}

    /**
     * The payer answered.
     *
     * @param nextAt when {@code next} is due, else null
     * @param validUntil until when the answer is good, null where there is nothing to rely on
     */
    @EventName("eligibility.answered")
    record EligibilityAnswered(
            String checkId,
            String verificationId,
            String visitId,
            CoverageOrder order,
            int ask,
            EligibilityAnswer answer,
            NextStep next,
            Instant nextAt,
            Instant validUntil,
            Instant at)
            implements EligibilityEvent {}

    /** No answer came in time. */
    @EventName("eligibility.unanswered")
    record EligibilityUnanswered(
            String checkId,
            String verificationId,
            String visitId,
            CoverageOrder order,
            int ask,
            NextStep next,
            Instant nextAt,
            Instant at)
            implements EligibilityEvent {}

    /** It was asked for again, and the answer at hand is still good. */
    @EventName("eligibility.answer-stands")
    record AnswerStands(
            String checkId,
            String verificationId,
            String visitId,
            String appointmentId,
            String siteId,
            String patientId,
            CoverageRef coverage,
            List<CoverageRef> further,
            LocalDate serviceDate,
            EligibilityPolicy policy,
            EligibilityState state,
            Benefits benefits,
            Instant answeredAt,
            Instant validUntil,
            Instant at)
            implements EligibilityEvent {}

    /** A visit has come for which an answer is already waited for. */
    @EventName("eligibility.visit-joined")
    record VisitJoined(String checkId, String verificationId, String visitId, CoverageOrder order, Instant at)
            implements EligibilityEvent {}

    /** An answer came that changes nothing: {@code older} than the one at hand, a {@code repeat}, or after somebody {@code decided}. */
    @EventName("eligibility.answer-noted")
    record AnswerNoted(
            String checkId,
            String verificationId,
            String visitId,
            int ask,
            EligibilityState outcome,
            String why,
            Instant at)
            implements EligibilityEvent {}

    /** A person decided; {@code roles} are those they have. */
    @EventName("eligibility.decided")
    record EligibilityDecided(
            String checkId,
            String verificationId,
            String visitId,
            CoverageOrder order,
            EligibilityState state,
            Benefits benefits,
            String roles,
            String reason,
            Instant validUntil,
            Instant at)
            implements EligibilityEvent {}

    /** Somebody has to see to it; {@code state} says why. */
    @EventName("eligibility.handed-over")
    record EligibilityHandedOver(
            String checkId,
            String verificationId,
            String visitId,
            CoverageOrder order,
            EligibilityState state,
            Instant at)
            implements EligibilityEvent {}
}
