package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.QueueCommand.MarkElsewhere;
import carequeue.api.queue.QueueEvent.EntryBroughtBack;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryNoShow;
import carequeue.api.queue.QueueEvent.EntryRecalled;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** While a patient is called or served in one queue, their places in others are kept but cannot be called. */
@Saga
@ProcessingGroup("saga.elsewhere")
public class ElsewhereSaga {

    private static final String NAME = "elsewhere";

    /** The entries of the visit that stand in a line, with their queues. */
    private final Map<String, String> here = new TreeMap<>();

    private final Set<String> withStaff = new TreeSet<>();

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryJoined e, EventMessage<?> m, Orders orders) {
        here.put(e.entryId(), e.queueId());
        associateWith("entryId", e.entryId());
        if (!withStaff.isEmpty()) {
            mark(e.entryId(), true, Errand.of(orders, NAME, e.visitId(), m));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryCalled e, EventMessage<?> m, Orders orders) {
        begins(e.entryId(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryRecalled e, EventMessage<?> m, Orders orders) {
        ends(e.entryId(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryNoShow e, EventMessage<?> m, Orders orders) {
        here.remove(e.entryId());
        ends(e.entryId(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryBroughtBack e, EventMessage<?> m, Orders orders) {
        here.put(e.entryId(), e.queueId());
        // It may have been marked before the patient was missed, or become free meanwhile.
        mark(e.entryId(), !withStaff.isEmpty(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ServiceCompleted e, EventMessage<?> m, Orders orders) {
        here.remove(e.entryId());
        ends(e.entryId(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryLeft e) {
        here.remove(e.entryId());
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryTransferred e) {
        here.remove(e.entryId());
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(StepUndone e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        boolean back = here.put(e.entryId(), e.queueId()) == null;
        if (e.back().state().withStaff()) {
            begins(e.entryId(), errand);
        } else if (withStaff.contains(e.entryId())) {
            ends(e.entryId(), errand);
        } else if (back) {
            mark(e.entryId(), !withStaff.isEmpty(), errand);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitFinished e) {
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e) {
        end();
    }

    /** An entry that joined after its check-in was taken back. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryEnteredInError e) {
        here.remove(e.entryId());
        if (here.isEmpty()) {
            end();
        }
    }

    private void begins(String entryId, Errand errand) {
        if (withStaff.add(entryId)) {
            others(entryId, true, errand);
        }
    }

    private void ends(String entryId, Errand errand) {
        if (withStaff.remove(entryId) && withStaff.isEmpty()) {
            others(entryId, false, errand);
        }
    }

    private void others(String entryId, boolean elsewhere, Errand errand) {
        here.keySet().stream().filter(other -> !other.equals(entryId)).forEach(other -> mark(other, elsewhere, errand));
    }

    private void mark(String entryId, boolean elsewhere, Errand errand) {
        errand.send(new MarkElsewhere(here.get(entryId), entryId, elsewhere), entryId);
    }
}
