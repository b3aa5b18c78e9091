package carequeue.query.visit;

import carequeue.api.EventName;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryHeld;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryPrioritized;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.OutsideTold;
import carequeue.api.visit.VisitEvent.PatientLookupAnswered;
import carequeue.api.visit.VisitEvent.StepNoted;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import java.util.Arrays;
import java.util.List;

/** The words that an event puts into its sentence on the timeline; nothing personal among them. */
final class StepWords {

    private StepWords() {}

    /** The stable name of an event, or null when it has none. */
    static String type(Object event) {
        EventName name = event.getClass().getAnnotation(EventName.class);
        return name == null ? null : name.value();
    }

    static List<String> of(Object event) {
        if (event instanceof EntryJoined e) {
            return words(e.ticket());
        } else if (event instanceof EntryCalled e) {
            return words(e.ticket(), e.servicePointName() == null ? e.servicePoint() : e.servicePointName());
        } else if (event instanceof ServiceStarted e) {
            return words(e.servicePoint());
        } else if (event instanceof EntryHeld e) {
            return words(e.reason());
        } else if (event instanceof EntryTransferred e) {
            return words(e.toServiceId());
        } else if (event instanceof EntryPrioritized e) {
            return words(e.acuity());
        } else if (event instanceof StepUndone e) {
            return words(e.undone());
        }
        return ofVisit(event);
    }

    private static List<String> ofVisit(Object event) {
        if (event instanceof CheckInRequested e) {
            return words(e.channel());
        } else if (event instanceof PatientLookupAnswered e) {
            return words(e.outcome());
        } else if (event instanceof VisitPlaced e) {
            return words(e.ticket());
        } else if (event instanceof CheckInRefused e) {
            return words(e.sentence());
        } else if (event instanceof ItemRaised e) {
            return words(e.item(), e.detail());
        } else if (event instanceof ItemClosed e) {
            return words(e.item(), e.how());
        } else if (event instanceof ItemClosedByHand e) {
            return words(e.item());
        }
        if (event instanceof StepNoted e) {
            return words(e.part(), e.state(), e.detail());
        }
        return event instanceof OutsideTold e ? words("told-" + e.what(), e.system()) : SumWords.of(event);
    }

    private static List<String> words(Object... words) {
        return Arrays.stream(words).map(w -> w == null ? "" : w.toString()).toList();
    }
}
