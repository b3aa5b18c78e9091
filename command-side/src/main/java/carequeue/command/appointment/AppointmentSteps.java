package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.*;

import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.command.StateMachine;

/** Which orders an appointment takes in which status. */
public final class AppointmentSteps {

    private static final AppointmentStatus[] ALL = {
        PENDING, BOOKED, ARRIVED, CHECKED_IN, FULFILLED, CANCELLED, NOSHOW, ENTERED_IN_ERROR, WAITLIST
    };

    /**
     * The table. News of outside systems, and what they have of ours, is taken in every status and judged by what is known. Where a visit has
     * brought the appointment so far already, its order is harmless, and another visit's is refused.
     */
    public static final StateMachine<AppointmentStatus> MACHINE = StateMachine.of(
                    "appointment", AppointmentStatus.class)
            .takes(
                    AssessArrival.class,
                    "be checked in",
                    PROPOSED,
                    PENDING,
                    BOOKED,
                    WAITLIST,
                    ARRIVED,
                    CHECKED_IN,
                    NOSHOW)
            .takes(
                    Arrive.class,
                    "be marked as arrived",
                    PROPOSED,
                    PENDING,
                    BOOKED,
                    WAITLIST,
                    NOSHOW,
                    ARRIVED,
                    CHECKED_IN)
            .takes(CheckInAppointment.class, "be checked in", ARRIVED, CHECKED_IN)
            .takes(BeginAppointment.class, "be begun", ARRIVED, CHECKED_IN)
            .takes(FulfilAppointment.class, "be fulfilled", ARRIVED, CHECKED_IN, FULFILLED)
            .takes(WithdrawArrival.class, "have its arrival taken back", PROPOSED, ALL)
            .takes(RescheduleAppointment.class, "be rescheduled", PROPOSED, PENDING, BOOKED, WAITLIST)
            .takes(CancelAppointment.class, "be cancelled", PROPOSED, PENDING, BOOKED, WAITLIST)
            .takes(ConfirmAppointment.class, "be confirmed", PROPOSED, PENDING, BOOKED, WAITLIST)
            .takes(MarkAppointmentNoShow.class, "be marked as no-show", BOOKED)
            .takes(BringBackAppointment.class, "be brought back", NOSHOW, CANCELLED)
            .takes(CorrectAppointment.class, "be corrected", PROPOSED, PENDING, BOOKED, WAITLIST)
            .takes(
                    MarkEnteredInError.class,
                    "be marked as entered in error",
                    PROPOSED,
                    PENDING,
                    BOOKED,
                    WAITLIST,
                    NOSHOW,
                    CANCELLED)
            .takes(
                    SettleAppointment.class,
                    "be settled",
                    PROPOSED,
                    PENDING,
                    BOOKED,
                    WAITLIST,
                    ARRIVED,
                    CHECKED_IN,
                    FULFILLED,
                    NOSHOW,
                    CANCELLED)
            .takes(NoteWritten.class, "be noted as written", PROPOSED, ALL)
            .takes(RecordAppointment.class, "be recorded", PROPOSED, ALL);

    private AppointmentSteps() {}
}
