package carequeue.api.appointment;

import carequeue.api.EventName;
import java.time.Instant;

/** What happened to an appointment. */
public sealed interface AppointmentEvent {

    /** The appointment it happened to. */
    String appointmentId();

    /**
     * It is booked, here or by an outside system.
     *
     * @param system the outside system that said so, or null
     * @param outsideId its identifier there, or null
     * @param version its version there, or null
     */
    @EventName("appointment.booked")
    record AppointmentBooked(
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
            String version,
            Instant at)
            implements AppointmentEvent {}

    @EventName("appointment.confirmed")
    record AppointmentConfirmed(String appointmentId, Instant at) implements AppointmentEvent {}

    /** It moved, or got another service or provider; {@code system} and {@code version} as in {@link AppointmentBooked}. */
    @EventName("appointment.rescheduled")
    record AppointmentRescheduled(
            String appointmentId,
            String serviceId,
            String providerId,
            Instant start,
            Instant end,
            String reason,
            String system,
            String version,
            Instant at)
            implements AppointmentEvent {}

    @EventName("appointment.arrived")
    record AppointmentArrived(String appointmentId, String visitId, Instant at) implements AppointmentEvent {}

    @EventName("appointment.checked-in")
    record AppointmentCheckedIn(String appointmentId, String visitId, Instant at) implements AppointmentEvent {}

    @EventName("appointment.fulfilled")
    record AppointmentFulfilled(String appointmentId, String visitId, Instant at) implements AppointmentEvent {}

    @EventName("appointment.arrival-withdrawn")
    record ArrivalWithdrawn(String appointmentId, String visitId, String reason, Instant at)
            implements AppointmentEvent {}

    @EventName("appointment.cancelled")
    record AppointmentCancelled(String appointmentId, String reason, String system, String version, Instant at)
            implements AppointmentEvent {}

    @EventName("appointment.no-show")
    record AppointmentNoShow(String appointmentId, String system, String version, Instant at)
            implements AppointmentEvent {}

    @EventName("appointment.brought-back")
    record AppointmentBroughtBack(String appointmentId, String system, String version, Instant at)
            implements AppointmentEvent {}

    /** An outside system has our status, as this version. */
    @EventName("appointment.written")
    record AppointmentWritten(
            String appointmentId, String system, String outsideId, String version, AppointmentStatus status, Instant at)
            implements AppointmentEvent {}

    /** An outside system said something that our history overrules; {@code said} names it, such as {@code cancelled}. */
    @EventName("appointment.outside-change-noted")
    record OutsideChangeNoted(String appointmentId, String system, String version, String said, Instant at)
            implements AppointmentEvent {}

    /** The patient is being served. */
    @EventName("appointment.begun")
    record AppointmentBegun(String appointmentId, String visitId, Instant at) implements AppointmentEvent {}

    /** What was booked by mistake has the right values now. */
    @EventName("appointment.corrected")
    record AppointmentCorrected(
            String appointmentId,
            String serviceId,
            String providerId,
            String patientId,
            Instant start,
            Instant end,
            String kind,
            String reason,
            String system,
            Instant at)
            implements AppointmentEvent {}

    /** It should never have been there; {@code system} and {@code version} as in {@link AppointmentBooked}. */
    @EventName("appointment.entered-in-error")
    record AppointmentEnteredInError(String appointmentId, String reason, String system, String version, Instant at)
            implements AppointmentEvent {}

    /** A plan that is not certain yet stands otherwise: proposed, pending, or on the waiting list. */
    @EventName("appointment.planned")
    record AppointmentPlanned(String appointmentId, AppointmentStatus status, String system, String version, Instant at)
            implements AppointmentEvent {}
}
