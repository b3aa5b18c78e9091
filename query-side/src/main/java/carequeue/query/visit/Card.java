package carequeue.query.visit;

import carequeue.api.Channel;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A visit as its fold knows it; {@code notBefore} is when a patient who came too early is placed, else null. */
record Card(
        String visitId,
        String siteId,
        LocalDate date,
        Channel channel,
        String serviceId,
        String patientId,
        String appointmentId,
        VisitState state,
        Instant requestedAt,
        Lookup lookup,
        Place place,
        Refusal refusal,
        List<Thing> things,
        List<Told> told,
        Instant notBefore,
        List<Note> notes) {

    Card {
        notes = notes == null ? List.of() : notes;
    }

    /** What is known from asking the EHR; {@code outcome} is null while it has not answered. */
    record Lookup(boolean asked, LookupOutcome outcome, String detail, Instant at) {}

    /** The place in a queue. */
    record Place(String queueId, String entryId, String ticket, Instant at) {}

    /** Why the check-in cannot go on. */
    record Refusal(String rule, String sentence, Instant at) {}

    /** Something to be done, or done; {@code by} is the person who closed it, or null. */
    record Thing(OpenItem item, String detail, Instant since, Instant closedAt, String how, String by) {
        boolean open() {
            return closedAt == null;
        }
    }

    /** What an outside system has accepted. */
    record Told(OpenItem what, String reference, Instant at) {}

    /** How a part of the check-in stands, as its process noted it. */
    record Note(CheckInPart part, StepState state, String detail, Instant at) {}

    Optional<Note> note(CheckInPart part) {
        return notes.stream().filter(n -> n.part() == part).findFirst();
    }

    /** The last time something was to be done, whether it still is or not. */
    Optional<Thing> last(OpenItem item) {
        return things.stream().filter(t -> t.item() == item).reduce((earlier, later) -> later);
    }

    Optional<Thing> open(OpenItem item) {
        return things.stream().filter(t -> t.item() == item && t.open()).findFirst();
    }

    Optional<Told> told(OpenItem what) {
        return told.stream().filter(t -> t.what() == what).findFirst();
    }

    int openItems() {
        return (int) things.stream().filter(Thing::open).count();
    }
}
