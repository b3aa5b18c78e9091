package carequeue.query.visit;

import carequeue.api.Facts;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryPrioritized;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitLeft;
import java.util.Map;

/** Why a step was taken: the reason in the event itself, else the one in its facts. */
final class StepReason {

    private StepReason() {}

    static String of(Object event, Map<String, ?> facts) {
        String own = own(event);
        return own != null ? own : (String) facts.get(Facts.REASON);
    }

    private static String own(Object event) {
        if (event instanceof EntryCalled e) {
            return e.reason();
        } else if (event instanceof EntryTransferred e) {
            return e.reason();
        } else if (event instanceof EntryPrioritized e) {
            return e.reason();
        } else if (event instanceof EntryLeft e) {
            return e.reason();
        } else if (event instanceof VisitLeft e) {
            return e.reason();
        } else if (event instanceof TakenBack e) {
            return e.reason();
        } else if (event instanceof EntryEnteredInError e) {
            return e.reason();
        } else if (event instanceof ItemClosedByHand e) {
            return e.reason();
        } else if (event instanceof CheckInRefused e) {
            return e.rule();
        } else if (event instanceof ArrivalWithdrawn e) {
            return e.reason();
        }
        return event instanceof AppointmentEnteredInError e
                ? e.reason()
                : event instanceof AppointmentCancelled e ? e.reason() : null;
    }
}
