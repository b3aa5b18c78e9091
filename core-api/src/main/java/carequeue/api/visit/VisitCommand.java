package carequeue.api.visit;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to a visit. */
public sealed interface VisitCommand {

    /** The visit's identifier, which is the check-in's too. */
    String visitId();

    /**
     * Begins a visit; answers the visit's identifier. Refused with {@link carequeue.api.Refused.AlreadyTaken}, which names the open visit, when the
     * patient has one at this site.
     *
     * @param patientId the patient, or a provisional identifier while {@code identification} has to be looked up
     * @param identification null when the patient is known here
     * @param lookUp whether the EHR is to be asked about the patient
     * @param slot the start of the appointment when the patient came on time, else null
     * @param reason why the patient comes, in their words, or null
     * @param patience how long to wait for the EHR
     * @param notBefore when a patient who is too early is placed, else null
     * @param familyId the check-in in one go with others that this is part of, else null
     * @param guardianId who came with a minor, else null
     */
    record RequestCheckIn(
            @TargetAggregateIdentifier String visitId,
            String siteId,
            LocalDate businessDay,
            Channel channel,
            @PhiSubject String patientId,
            Identification identification,
            boolean lookUp,
            String appointmentId,
            String serviceId,
            String providerId,
            Instant slot,
            Integer acuity,
            @PhiField("reason") Phi<String> reason,
            Duration patience,
            Instant notBefore,
            String familyId,
            String guardianId)
            implements VisitCommand {

        /** Of one who came alone, and not too early. */
        public RequestCheckIn(
                String visitId,
                String siteId,
                LocalDate businessDay,
                Channel channel,
                String patientId,
                Identification identification,
                boolean lookUp,
                String appointmentId,
                String serviceId,
                String providerId,
                Instant slot,
                Integer acuity,
                Phi<String> reason,
                Duration patience) {
            this(
                    visitId,
                    siteId,
                    businessDay,
                    channel,
                    patientId,
                    identification,
                    lookUp,
                    appointmentId,
                    serviceId,
                    providerId,
                    slot,
                    acuity,
                    reason,
                    patience,
                    null,
                    null,
                    null);
        }
    }

    /** Another check-in while the visit is open: its service gets a place beside the first. Harmless when it has one already. */
    record AddService(
            @TargetAggregateIdentifier String visitId,
            String serviceId,
            String appointmentId,
            String providerId,
            Instant slot)
            implements VisitCommand {}

    /** Asks the EHR about the patient. */
    record LookUpPatient(@TargetAggregateIdentifier String visitId) implements VisitCommand {}

    /**
     * What the EHR said, also when it is late.
     *
     * @param patientId the patient found, else null
     * @param detail what is wrong, without anything personal, else null
     */
    record AnswerLookup(
            @TargetAggregateIdentifier String visitId, LookupOutcome outcome, String patientId, String detail)
            implements VisitCommand {}

    /** The wait for an answer has lasted long enough; {@code step} is what was waited for, such as {@code patient}. */
    record EndPatience(@TargetAggregateIdentifier String visitId, String step) implements VisitCommand {}

    /** Names the patient; refused with {@link carequeue.api.Refused.AlreadyTaken} when they have another open visit at this site. */
    record IdentifyPatient(@TargetAggregateIdentifier String visitId, String patientId) implements VisitCommand {}

    /** The patient has a place in a queue. */
    record PlaceVisit(@TargetAggregateIdentifier String visitId, String queueId, String entryId, String ticket)
            implements VisitCommand {}

    /** The patient is being served. */
    record BeginService(@TargetAggregateIdentifier String visitId) implements VisitCommand {}

    /** The step into service was taken back. */
    record BackToWaiting(@TargetAggregateIdentifier String visitId) implements VisitCommand {}

    /** The last service is done. */
    record FinishVisit(@TargetAggregateIdentifier String visitId, boolean appointmentServed) implements VisitCommand {

        /** One whose appointment, where there is one, was served. */
        public FinishVisit(String visitId) {
            this(visitId, true);
        }
    }

    /** The patient left without being seen. */
    record EndUnseen(@TargetAggregateIdentifier String visitId, String reason) implements VisitCommand {}

    /** The patient who had left is back, by undo or by being brought back. */
    record ReopenVisit(@TargetAggregateIdentifier String visitId) implements VisitCommand {}

    /** The check-in cannot go on; {@code rule} is a stable name, {@code sentence} is for people. */
    record RefuseCheckIn(@TargetAggregateIdentifier String visitId, String rule, String sentence)
            implements VisitCommand {}

    /**
     * The check-in was wrong: visit and entries are entered in error, the appointment is booked again, what was owed is taken back. Refused once the
     * visit is finished.
     */
    record ReverseCheckIn(@TargetAggregateIdentifier String visitId, String reason) implements VisitCommand {}

    /** The patient does not go on with a check-in that has not been placed yet; one who waits leaves the queue instead. */
    record CancelVisit(@TargetAggregateIdentifier String visitId, String reason) implements VisitCommand {}

    /** A person closes what is to be done, and says why; refused when it is not open. */
    record CloseItemByHand(@TargetAggregateIdentifier String visitId, OpenItem item, String reason)
            implements VisitCommand {}

    /** Something is still to be done. Harmless when it is open already. */
    record RaiseItem(@TargetAggregateIdentifier String visitId, OpenItem item, String detail) implements VisitCommand {}

    /** It is done; {@code how} says by what. Harmless when it is not open. */
    record CloseItem(@TargetAggregateIdentifier String visitId, OpenItem item, String how) implements VisitCommand {}

    /** An outside system accepted what it was told and it was read back; closes the open item of that kind. */
    record NoteTold(@TargetAggregateIdentifier String visitId, OpenItem what, String system, String reference)
            implements VisitCommand {}

    /** How a part of the check-in stands; {@code detail} is for people, or null. Harmless when it stands so already. */
    record NoteStep(@TargetAggregateIdentifier String visitId, CheckInPart part, StepState state, String detail)
            implements VisitCommand {}

    /** Asks how the visit stands; the answer is {@link VisitNow}, and nothing happens. */
    record AskVisit(@TargetAggregateIdentifier String visitId) implements VisitCommand {}

    /**
     * A visit as it stands.
     *
     * @param queueId where the patient was placed last, or null
     */
    record VisitNow(
            String visitId,
            String siteId,
            LocalDate businessDay,
            VisitState state,
            String patientId,
            String serviceId,
            String appointmentId,
            String queueId,
            String entryId) {}
}
