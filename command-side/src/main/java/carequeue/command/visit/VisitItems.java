package carequeue.command.visit;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.OutsideTold;
import carequeue.api.visit.VisitEvent.StepNoted;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;

/** What is still to be done about a visit, until it is done. */
abstract class VisitItems extends VisitMemory {

    private final Map<CheckInPart, StepNoted> noted = new EnumMap<>(CheckInPart.class);

    @CommandHandler
    void handle(NoteStep c, MetaData said, Clock clock) {
        StepNoted before = noted.get(c.part());
        boolean same = before != null && before.state() == c.state() && Objects.equals(before.detail(), c.detail());
        if (!same) {
            happens(said, clock, at -> new StepNoted(visitId(), c.part(), c.state(), c.detail(), at));
        }
    }

    @EventSourcingHandler
    void on(StepNoted e) {
        noted.put(e.part(), e);
    }

    @CommandHandler
    VisitNow handle(AskVisit c) {
        return new VisitNow(
                visitId(),
                request().siteId(),
                request().businessDay(),
                state(),
                patientId(),
                request().serviceId(),
                request().appointmentId(),
                place() == null ? null : place().queueId(),
                place() == null ? null : place().entryId());
    }

    /** What is open already is raised again where it is known better by now. */
    @CommandHandler
    void handle(RaiseItem c, MetaData said, Clock clock) {
        if (!isOpen(c.item()) || c.detail() != null && !c.detail().equals(detailOf(c.item()))) {
            happens(said, clock, at -> new ItemRaised(visitId(), c.item(), c.detail(), at));
        }
    }

    @CommandHandler
    void handle(CloseItem c, MetaData said, Clock clock) {
        if (isOpen(c.item())) {
            happens(said, clock, at -> new ItemClosed(visitId(), c.item(), c.how(), at));
        }
    }

    @CommandHandler
    void handle(CloseItemByHand c, MetaData said, Clock clock) {
        if (!isOpen(c.item())) {
            throw new Refused.WrongState("not-open", "Nothing of the kind " + c.item() + " is open on this visit.");
        }
        String by = String.valueOf(said.get(Facts.ACTOR));
        happens(said, clock, at -> new ItemClosedByHand(visitId(), c.item(), c.reason(), by, at));
    }

    @CommandHandler
    void handle(NoteTold c, MetaData said, Clock clock) {
        happens(said, clock, at -> new OutsideTold(visitId(), c.what(), c.system(), c.reference(), at));
        if (isOpen(c.what())) {
            happens(said, clock, at -> new ItemClosed(visitId(), c.what(), "told " + c.system(), at));
        }
    }
}
