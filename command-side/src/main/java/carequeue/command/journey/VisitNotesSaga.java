package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.queue.EntryNote.EntryReassigned;
import carequeue.api.queue.EntryNote.EntryRedFlagged;
import carequeue.api.queue.EntryNote.EntryUnfinished;
import carequeue.api.queue.EntryNote.ProviderBack;
import carequeue.api.queue.EntryNote.ProviderMissing;
import carequeue.api.queue.EntryNote.WaitsForProvider;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueEvent.EntryNoShow;
import carequeue.api.queue.QueueEvent.EntryRecalled;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.EndUnseen;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** What is noted about an entry and needs a person stands on the visit's worklist until somebody has seen to it. */
@Saga
@ProcessingGroup("saga.visit-notes")
public class VisitNotesSaga {

    private static final String NAME = "visit-notes";

    private final Set<OpenItem> open = new TreeSet<>();

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryRedFlagged e, EventMessage<?> m, Orders orders) {
        raise(OpenItem.RED_FLAG, null, Errand.of(orders, NAME, e.visitId(), m));
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(ProviderMissing e, EventMessage<?> m, Orders orders) {
        raise(OpenItem.PROVIDER_UNAVAILABLE, e.providerId(), Errand.of(orders, NAME, e.visitId(), m));
    }

    /** Who was called or served is asked about; the visit of who never came back ends. */
    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryUnfinished e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        if (e.state() == EntryState.NO_SHOW) {
            errand.send(new EndUnseen(e.visitId(), EntryState.NO_SHOW.toString()));
            end();
        } else {
            raise(OpenItem.NOT_FINISHED, e.state() + " at " + e.servicePointName(), errand);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ProviderBack e, EventMessage<?> m, Orders orders) {
        close(OpenItem.PROVIDER_UNAVAILABLE, "the provider is there again", Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(WaitsForProvider e, EventMessage<?> m, Orders orders) {
        close(OpenItem.PROVIDER_UNAVAILABLE, "waits for the provider", Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryReassigned e, EventMessage<?> m, Orders orders) {
        close(OpenItem.PROVIDER_UNAVAILABLE, "another provider", Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ServiceStarted e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        close(OpenItem.RED_FLAG, "is being seen", errand);
        close(OpenItem.PROVIDER_UNAVAILABLE, "is being seen", errand);
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(ServiceCompleted e, EventMessage<?> m, Orders orders) {
        close(OpenItem.NOT_FINISHED, "completed", Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryNoShow e, EventMessage<?> m, Orders orders) {
        close(OpenItem.NOT_FINISHED, EntryState.NO_SHOW.toString(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryRecalled e, EventMessage<?> m, Orders orders) {
        close(OpenItem.NOT_FINISHED, EntryState.WAITING.toString(), Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e, EventMessage<?> m, Orders orders) {
        over(Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitFinished e, EventMessage<?> m, Orders orders) {
        over(Errand.of(orders, NAME, e.visitId(), m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e, EventMessage<?> m, Orders orders) {
        over(Errand.of(orders, NAME, e.visitId(), m));
    }

    private void over(Errand errand) {
        Set.copyOf(open).forEach(item -> close(item, "the visit is over", errand));
        end();
    }

    private void raise(OpenItem item, String detail, Errand errand) {
        errand.send(new RaiseItem(errand.visitId(), item, detail));
        open.add(item);
    }

    private void close(OpenItem item, String how, Errand errand) {
        if (open.remove(item)) {
            errand.send(new CloseItem(errand.visitId(), item, how), "close " + item);
        }
    }
}
