package carequeue.api.appointment;

import carequeue.api.Channel;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.ConflictPolicy;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to an appointment. */
public sealed interface AppointmentCommand {

    /** The appointment's identifier. */
    String appointmentId();

    /**
     * Books an appointment here.
     *
     * @param status {@code booked} where it is null; also proposed, pending, or on the waiting list
     */
    record BookAppointment(
            @TargetAggregateIdentifier String appointmentId,
            @NotBlank String siteId,
            @NotBlank String serviceId,
            String providerId,
            @NotBlank String patientId,
            @NotNull Instant start,
            @NotNull Instant end,
            String kind,
            AppointmentStatus status)
            implements AppointmentCommand {

        /** A certain appointment. */
        public BookAppointment(
                String appointmentId,
                String siteId,
                String serviceId,
                String providerId,
                String patientId,
                Instant start,
                Instant end,
                String kind) {
            this(appointmentId, siteId, serviceId, providerId, patientId, start, end, kind, null);
        }
    }

    /**
     * Notes what an outside system says of an appointment; creates it where there is none. Nothing happens when nothing changed, or when the
     * version is one that we wrote. From arrival on our own history leads: a difference is only noted.
     *
     * @param system the outside system, such as {@code ehr}
     * @param outsideId the appointment's identifier there
     * @param version its version there
     * @param status booked, cancelled, noshow … as that system says
     * @param saidAt when that system last changed it, by its own clock, or null where it does not say
     * @param rules who is right where we disagree; null: the rules a site starts with
     */
    record RecordAppointment(
            @TargetAggregateIdentifier String appointmentId,
            String siteId,
            String serviceId,
            String providerId,
            String patientId,
            Instant start,
            Instant end,
            String kind,
            AppointmentStatus status,
            String system,
            String outsideId,
            String version,
            Instant saidAt,
            ConflictPolicy rules)
            implements AppointmentCommand {

        /** News of which nobody knows how old it is. */
        public RecordAppointment(
                String appointmentId,
                String siteId,
                String serviceId,
                String providerId,
                String patientId,
                Instant start,
                Instant end,
                String kind,
                AppointmentStatus status,
                String system,
                String outsideId,
                String version) {
            this(
                    appointmentId,
                    siteId,
                    serviceId,
                    providerId,
                    patientId,
                    start,
                    end,
                    kind,
                    status,
                    system,
                    outsideId,
                    version,
                    null,
                    null);
        }
    }

    /**
     * Asks, before a check-in, whether the appointment may be checked in now; changes nothing and answers {@link Arrival}. Refused at a wrong site,
     * on a wrong day, too late by the policy, or in a wrong state; the desk may override the first three with a reason.
     */
    record AssessArrival(
            @TargetAggregateIdentifier String appointmentId, String siteId, Channel channel, ArrivalPolicy policy)
            implements AppointmentCommand {}

    /**
     * What a check-in needs to know of an appointment.
     *
     * @param siteId where it is; another site than asked about where the desk takes the patient in with a reason
     * @param onTime whether it keeps its slot
     * @param slot by which the patient is called, or null for one without
     * @param notBefore when the window opens for a patient who is too early, else null
     * @param end of the appointment
     * @param otherDay whether it is on another day than today
     */
    record Arrival(
            String patientId,
            String siteId,
            String serviceId,
            String providerId,
            Instant start,
            boolean onTime,
            Instant slot,
            Instant notBefore,
            Instant end,
            boolean otherDay) {

        /** One of today, of a patient who is not too early. */
        public Arrival(
                String patientId, String siteId, String serviceId, String providerId, Instant start, boolean onTime) {
            this(patientId, siteId, serviceId, providerId, start, onTime, onTime ? start : null, null, null, false);
        }
    }

    /** The patient says: I am here. */
    record Arrive(@TargetAggregateIdentifier String appointmentId, String visitId) implements AppointmentCommand {}

    /** The patient was placed in a queue. */
    record CheckInAppointment(@TargetAggregateIdentifier String appointmentId, String visitId)
            implements AppointmentCommand {}

    /** The patient is being served; the status stays, but other systems are told. */
    record BeginAppointment(@TargetAggregateIdentifier String appointmentId, String visitId)
            implements AppointmentCommand {}

    /** The visit was finished. */
    record FulfilAppointment(@TargetAggregateIdentifier String appointmentId, String visitId)
            implements AppointmentCommand {}

    /** The arrival is taken back: the check-in was refused, or the patient left unseen; the appointment is booked again. */
    record WithdrawArrival(@TargetAggregateIdentifier String appointmentId, String visitId, String reason)
            implements AppointmentCommand {}

    /** Moves the appointment. */
    record RescheduleAppointment(
            @TargetAggregateIdentifier String appointmentId,
            @NotNull Instant start,
            @NotNull Instant end,
            @Size(max = 500) String reason)
            implements AppointmentCommand {}

    /** Cancels the appointment. */
    record CancelAppointment(
            @TargetAggregateIdentifier String appointmentId,
            @NotBlank @Size(max = 500) String reason) implements AppointmentCommand {}

    /**
     * The patient did not come; refused before the arrival window has ended and while a visit is open.
     *
     * @param openVisit an open visit of the patient at the site, with or without this appointment, or null
     */
    record MarkAppointmentNoShow(
            @TargetAggregateIdentifier String appointmentId, ArrivalPolicy policy, String openVisit)
            implements AppointmentCommand {

        /** Where no visit of the patient is open. */
        public MarkAppointmentNoShow(String appointmentId, ArrivalPolicy policy) {
            this(appointmentId, policy, null);
        }
    }

    /** A no-show or cancelled by mistake is booked again. */
    record BringBackAppointment(@TargetAggregateIdentifier String appointmentId) implements AppointmentCommand {}

    /** The patient or a member of staff confirmed a proposed or pending appointment, or a booked one again. */
    record ConfirmAppointment(@TargetAggregateIdentifier String appointmentId) implements AppointmentCommand {}

    /** What was booked by mistake gets the right values; what is null stays. */
    record CorrectAppointment(
            @TargetAggregateIdentifier String appointmentId,
            String serviceId,
            String providerId,
            String patientId,
            Instant start,
            Instant end,
            String kind,
            @NotBlank @Size(max = 500) String reason)
            implements AppointmentCommand {}

    /** It should never have been there. */
    record MarkEnteredInError(
            @TargetAggregateIdentifier String appointmentId,
            @NotBlank @Size(max = 500) String reason) implements AppointmentCommand {}

    /**
     * A person decided that an outside system is right about a field; harmless when it is as that system says. Refused while the patient is
     * here and it would take their place.
     *
     * @param field such as {@code appointment.status}
     * @param value as the conflict holds it: a word, an identifier, or start and end as {@code start/end}
     */
    record SettleAppointment(@TargetAggregateIdentifier String appointmentId, String field, String value, String system)
            implements AppointmentCommand {}

    /** An outside system accepted what we wrote, as this version; news of it is no news. */
    record NoteWritten(
            @TargetAggregateIdentifier String appointmentId,
            String system,
            String outsideId,
            String version,
            AppointmentStatus status)
            implements AppointmentCommand {}
}
