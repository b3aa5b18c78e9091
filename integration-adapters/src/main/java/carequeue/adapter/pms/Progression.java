package carequeue.adapter.pms;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBegun;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCheckedIn;
import carequeue.api.appointment.AppointmentEvent.AppointmentConfirmed;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentEvent.AppointmentPlanned;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentStatus;
import java.util.Optional;

/**
 * How far an event brings an appointment.
 *
 * @param begun whether the patient is being served
 * @param visitId the visit for which the patient came, or null
 * @param back whether an earlier step is taken back
 * @param system the outside system that said so, or null
 */
record Progression(AppointmentStatus status, boolean begun, String visitId, boolean back, String system) {

    /** Nothing for an event that does not bring it further or back. */
    static Optional<Progression> of(AppointmentEvent event) {
        if (event instanceof AppointmentArrived e) {
            return Optional.of(new Progression(AppointmentStatus.ARRIVED, false, e.visitId(), false, null));
        } else if (event instanceof AppointmentCheckedIn e) {
            return Optional.of(new Progression(AppointmentStatus.CHECKED_IN, false, e.visitId(), false, null));
        } else if (event instanceof AppointmentBegun e) {
            return Optional.of(new Progression(AppointmentStatus.CHECKED_IN, true, e.visitId(), false, null));
        } else if (event instanceof AppointmentFulfilled e) {
            return Optional.of(new Progression(AppointmentStatus.FULFILLED, false, e.visitId(), false, null));
        } else if (event instanceof ArrivalWithdrawn) {
            return Optional.of(new Progression(AppointmentStatus.BOOKED, false, null, true, null));
        }
        return planned(event);
    }

    private static Optional<Progression> planned(AppointmentEvent event) {
        if (event instanceof AppointmentConfirmed) {
            return Optional.of(new Progression(AppointmentStatus.BOOKED, false, null, false, null));
        } else if (event instanceof AppointmentPlanned e) {
            return Optional.of(new Progression(e.status(), false, null, false, e.system()));
        } else if (event instanceof AppointmentCancelled e) {
            return Optional.of(new Progression(AppointmentStatus.CANCELLED, false, null, false, e.system()));
        } else if (event instanceof AppointmentNoShow e) {
            return Optional.of(new Progression(AppointmentStatus.NOSHOW, false, null, false, e.system()));
        } else if (event instanceof AppointmentEnteredInError e) {
            return Optional.of(new Progression(AppointmentStatus.ENTERED_IN_ERROR, false, null, false, e.system()));
        } else if (event instanceof AppointmentBroughtBack e) {
            return Optional.of(new Progression(AppointmentStatus.BOOKED, false, null, true, e.system()));
        }
        return Optional.empty();
    }

    /** What the practice management system is to be told of it. */
    Optional<PmsStatus> told() {
        return PmsWord.of(status, begun).told();
    }
}
