package carequeue.query.views;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Folds live events: the rows of a batch are read once and written once, in the batch's own transaction. */
@Component
public class Folds {

    /** Set by the store on a batch that failed and is now repeated event by event, each behind a savepoint. */
    static final String EVENT_BY_EVENT = "carequeue/event-by-event";

    private static final String SHEET = Folds.class.getName();

    private final TableRows rows;

    Folds(TableRows rows) {
        this.rows = rows;
    }

    /** Folds an event that Axon hands over, into the live generation. */
    public void fold(View view, EventMessage<?> message, TrackingToken token) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Told told = new Told(message, token.position().orElseThrow());
        Generations.Live live = BatchInGeneration.of(batch);
        if (batch.resources().containsKey(EVENT_BY_EVENT)) {
            alone(view, told, live.generation());
        } else {
            Sheet sheet = batch.getOrComputeResource(SHEET, key -> sheet(view, batch, live));
            view.on(told, sheet);
        }
    }

    /** Folds one event by itself, written at once. */
    void alone(View view, Told told, int generation) {
        Sheet sheet = new Sheet(rows, generation, false);
        view.wants(told, sheet);
        sheet.load();
        view.on(told, sheet);
        sheet.flush();
    }

    private Sheet sheet(View view, UnitOfWork<?> batch, Generations.Live live) {
        Sheet sheet = new Sheet(rows, live.generation(), false);
        for (EventMessage<?> message : messages(batch)) {
            if (message instanceof TrackedEventMessage<?> tracked) {
                long position = tracked.trackingToken().position().orElse(0);
                if (position > live.built()) {
                    view.wants(new Told(message, position), sheet);
                }
            }
        }
        sheet.load();
        batch.onPrepareCommit(unit -> write(sheet));
        return sheet;
    }

    @SuppressWarnings("unchecked")
    private static List<? extends EventMessage<?>> messages(UnitOfWork<?> batch) {
        return batch instanceof BatchingUnitOfWork<?> many
                ? (List<? extends EventMessage<?>>) many.getMessages()
                : List.of((EventMessage<?>) batch.getMessage());
    }

    private static void write(Sheet sheet) {
        try {
            sheet.flush();
        } catch (RuntimeException e) {
            throw new NotWritten(e);
        }
    }
}
