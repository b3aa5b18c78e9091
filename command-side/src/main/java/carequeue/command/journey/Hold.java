package carequeue.command.journey;

import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.HoldEntry;
import carequeue.api.queue.QueueCommand.ReleaseEntry;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.command.journey.Orders.Answer;

/** A patient's place, kept but held until a payment is settled; the most urgent are never held, and are an open item instead. */
final class Hold {

    private String queueId;
    private String entryId;
    private boolean wanted;
    private boolean holds;

    String queueId() {
        return queueId;
    }

    String entryId() {
        return entryId;
    }

    /** The patient has a place, and is held there if that was wanted. */
    void place(String queue, String entry, Errand errand) {
        queueId = queue;
        entryId = entry;
        holds = false;
        if (wanted) {
            hold(errand);
        }
    }

    /** Holds the place now, or as soon as there is one. */
    void hold(Errand errand) {
        wanted = true;
        if (entryId == null || holds) {
            return;
        }
        Answer held = errand.send(new HoldEntry(queueId, entryId, HoldReason.PAYMENT));
        holds = held.done();
        if (!holds && errand.visitId() != null) {
            errand.send(new RaiseItem(
                    errand.visitId(), OpenItem.CO_PAY_UNPAID, held.refused().getMessage()));
        }
    }

    /** A person let the patient go on. */
    void letGo() {
        wanted = false;
        holds = false;
    }

    /** Nothing is in the patient's way any more. */
    void release(Errand errand) {
        if (holds) {
            errand.send(new ReleaseEntry(queueId, entryId));
        }
        letGo();
    }
}
