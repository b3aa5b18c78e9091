package carequeue.api.visit;

import carequeue.api.Channel;
import carequeue.api.Claims;
import carequeue.api.EventName;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** What happened on a visit. Times are when it occurred. */
public sealed interface VisitEvent {

    /** The kind of key that holds a patient's one open visit at a site. */
    String OPEN_VISIT = "open-visit";

    /** The visit it happened on. */
    String visitId();

    /** The patient's way through the site is over by it. */
    interface Ends extends Claims {
        @Override
        default Set<String> frees() {
            return Set.of(OPEN_VISIT);
        }
    }

    /**
     * Somebody said: I am here. The open visit is claimed at once when the patient is known.
     *
     * @param notBefore when a patient who is too early is placed, else null
     * @param familyId the check-in in one go with others that this is part of, else null
     * @param guardianId who came with a minor, else null
     */
    @EventName("visit.check-in-requested")
    record CheckInRequested(
            String visitId,
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
            Instant at,
            Instant notBefore,
            String familyId,
            String guardianId)
            implements VisitEvent, Claims {

        /** Of one who came alone, and not too early. */
        public CheckInRequested(
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
                Duration patience,
                Instant at) {
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
                    at,
                    null,
                    null,
                    null);
        }

        @Override
        public Set<Key> takes() {
            return identification == null ? Set.of(new Key(OPEN_VISIT, siteId, patientId)) : Set.of();
        }
    }

    /** The patient came for another service too; {@code ticket} is the visit's, null while it has none. */
    @EventName("visit.service-added")
    record ServiceAdded(
            String visitId,
            String siteId,
            String patientId,
            String serviceId,
            String appointmentId,
            String providerId,
            Instant slot,
            String ticket,
            Instant at)
            implements VisitEvent {}

    /** The EHR is asked about the patient. */
    @EventName("visit.patient-lookup-requested")
    record PatientLookupRequested(
            String visitId, String siteId, @PhiSubject String patientId, Identification identification, Instant at)
            implements VisitEvent {}

    @EventName("visit.patient-lookup-answered")
    record PatientLookupAnswered(String visitId, LookupOutcome outcome, String patientId, String detail, Instant at)
            implements VisitEvent {}

    @EventName("visit.patience-ended")
    record PatienceEnded(String visitId, String step, Instant at) implements VisitEvent {}

    /** The patient is named; {@code before} is the provisional identifier. */
    @EventName("visit.patient-identified")
    record PatientIdentified(String visitId, String siteId, String patientId, String before, Instant at)
            implements VisitEvent, Claims {
        @Override
        public Set<String> frees() {
            return Set.of(OPEN_VISIT);
        }

        @Override
        public Set<Key> takes() {
            return Set.of(new Key(OPEN_VISIT, siteId, patientId));
        }
    }

    @EventName("visit.placed")
    record VisitPlaced(
            String visitId,
            String patientId,
            String appointmentId,
            String queueId,
            String entryId,
            String ticket,
            Instant at)
            implements VisitEvent {}

    @EventName("visit.service-begun")
    record ServiceBegun(String visitId, String patientId, Instant at) implements VisitEvent {}

    @EventName("visit.back-to-waiting")
    record WentBackToWaiting(String visitId, Instant at) implements VisitEvent {}

    @EventName("visit.finished")
    record VisitFinished(String visitId, String patientId, String appointmentId, Instant at)
            implements VisitEvent, Ends {}

    @EventName("visit.left")
    record VisitLeft(String visitId, String patientId, String appointmentId, String reason, Instant at)
            implements VisitEvent, Ends {}

    @EventName("visit.reopened")
    record VisitReopened(String visitId, String siteId, String patientId, Instant at) implements VisitEvent, Claims {
        @Override
        public Set<Key> takes() {
            return Set.of(new Key(OPEN_VISIT, siteId, patientId));
        }
    }

    @EventName("visit.check-in-refused")
    record CheckInRefused(String visitId, String appointmentId, String rule, String sentence, Instant at)
            implements VisitEvent, Ends {}

    /** The check-in was taken back: by it the patient is not here any more. */
    sealed interface TakenBack extends VisitEvent, Ends {
        String patientId();

        /** The appointment with which they came first, or null. */
        String appointmentId();

        String reason();

        Instant at();
    }

    /** It was wrong from the beginning, such as the wrong one of two patients of a name. */
    @EventName("visit.check-in-reversed")
    record CheckInReversed(
            String visitId, String siteId, String patientId, String appointmentId, String reason, Instant at)
            implements TakenBack {}

    /** The patient does not go on with it; nobody has placed them yet. */
    @EventName("visit.cancelled")
    record VisitCancelled(
            String visitId, String siteId, String patientId, String appointmentId, String reason, Instant at)
            implements TakenBack {}

    @EventName("visit.item-raised")
    record ItemRaised(String visitId, OpenItem item, String detail, Instant at) implements VisitEvent {}

    @EventName("visit.item-closed")
    record ItemClosed(String visitId, OpenItem item, String how, Instant at) implements VisitEvent {}

    /** A person says that nothing is left to be done, and why. */
    @EventName("visit.item-closed-by-hand")
    record ItemClosedByHand(String visitId, OpenItem item, String reason, String by, Instant at)
            implements VisitEvent {}

    /** An outside system accepted what it was told, and it was read back. */
    @EventName("visit.told")
    record OutsideTold(String visitId, OpenItem what, String system, String reference, Instant at)
            implements VisitEvent {}

    /** How a part of the check-in stands that no other event of the visit tells; {@code detail} is for people, or null. */
    @EventName("visit.step-noted")
    record StepNoted(String visitId, CheckInPart part, StepState state, String detail, Instant at)
            implements VisitEvent {}
}
