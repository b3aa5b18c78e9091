package carequeue.command.queue;

import carequeue.api.EventName;
import carequeue.api.Refused;
import carequeue.api.queue.Candidate;
import carequeue.api.queue.EntryNote;
import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.EntryNote.EntryReassigned;
import carequeue.api.queue.EntryNote.EntryUnfinished;
import carequeue.api.queue.EntryNote.PointNeeded;
import carequeue.api.queue.EntryNote.ProviderBack;
import carequeue.api.queue.EntryNote.ProviderMissing;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.Standing;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.command.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One patient's place.
 *
 * @param joined what stays as it was at joining
 * @param standing what a step can change
 * @param marks what is noted beside the steps
 * @param steps the steps taken since joining, each with the standing before it
 */
record Entry(EntryJoined joined, Standing standing, Marks marks, List<Step> steps) {

    private static final Set<String> FINAL = Set.of("queue.service-completed", "queue.entry-transferred");

    /** A step by the stable name of its event, and how the entry stood before. */
    record Step(String event, Standing before) {}

    static Entry of(EntryJoined e) {
        Standing waiting = new Standing(EntryState.WAITING, e.acuity(), e.arrivedAt(), null, null, null, null, null, 0);
        return new Entry(e, waiting, Marks.of(e.providerId(), e.needs()), List.of());
    }

    String id() {
        return joined.entryId();
    }

    EntryState state() {
        return standing.state();
    }

    /** Refuses what is typed in afterwards with a time before the place, the call or the service that it follows. */
    void mustNotBeBefore(Moment now) {
        if (now.isTypedIn()) {
            Stream.of(joined.at(), standing.calledAt(), standing.startedAt())
                    .filter(before -> before != null && now.at().isBefore(before))
                    .findFirst()
                    .ifPresent(before -> {
                        throw new Refused.AgainstRule(
                                "before-the-last-step",
                                "Ticket " + joined.ticket() + " was not so far yet: its last step was at " + before
                                        + ".");
                    });
        }
    }

    Entry must(EntryStep step) {
        step.mustBeAllowed(joined.ticket(), state());
        return this;
    }

    boolean callable() {
        return state() == EntryState.WAITING && !marks.elsewhere();
    }

    boolean calledTo(String servicePoint) {
        return state() == EntryState.CALLED && servicePoint.equals(standing.servicePoint());
    }

    Candidate candidate() {
        return new Candidate(
                id(),
                standing.acuity(),
                standing.arrivedAt(),
                joined.number(),
                joined.slot(),
                marks.providerId(),
                marks.overtaken());
    }

    /** Whether it may be held for this: the most urgent, and those whom nobody has judged yet, never wait for money. */
    static boolean mayBeHeld(Integer acuity, HoldReason reason) {
        boolean forMoney = reason == HoldReason.PAYMENT || reason == HoldReason.INSURANCE;
        return !forMoney || acuity != null && acuity > 2;
    }

    /** The last step taken back. */
    StepUndone undo(Instant at) {
        if (steps.isEmpty()) {
            boolean wrong = state() == EntryState.ENTERED_IN_ERROR;
            throw cannotUndo(wrong ? "the reversal of the check-in" : "joining the queue");
        }
        Step last = steps.get(steps.size() - 1);
        if (FINAL.contains(last.event())) {
            throw cannotUndo(
                    last.event().equals("queue.service-completed") ? "completing the service" : "the transfer");
        }
        return new StepUndone(joined.queueId(), id(), joined.visitId(), last.event(), last.before(), at);
    }

    private Refused cannotUndo(String step) {
        return new Refused.WrongState(
                state().toString(),
                "The last step of ticket " + joined.ticket() + " is " + step
                        + ", on which other things depend; it cannot be taken back.");
    }

    /** The entry after one of its events. */
    Entry after(EntryEvent e) {
        if (e instanceof StepUndone undone) {
            return new Entry(joined, undone.back(), marks, steps.subList(0, steps.size() - 1));
        }
        if (e instanceof EntryEnteredInError) {
            return new Entry(joined, Standings.in(standing, EntryState.ENTERED_IN_ERROR, null), marks, List.of());
        }
        if (e instanceof EntryNote note) {
            return marked(noted(note));
        }
        Standing next = Standings.after(standing, e);
        if (next == standing) {
            return this;
        }
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(e.getClass().getAnnotation(EventName.class).value(), standing));
        return new Entry(joined, next, marks, longer);
    }

    private Marks noted(EntryNote note) {
        if (note instanceof EntryReassigned to) {
            return marks.boundTo(to.providerId());
        } else if (note instanceof PointNeeded other) {
            return marks.needing(other.needs());
        } else if (note instanceof ProviderMissing) {
            return marks.missing(true);
        } else if (note instanceof ProviderBack) {
            return marks.missing(false);
        }
        return note instanceof EntryUnfinished ? marks.askedAbout() : marks;
    }

    Entry marked(Marks now) {
        return new Entry(joined, standing, now, steps);
    }

    boolean elsewhere() {
        return marks.elsewhere();
    }

    /** Whether a call to a point with this provider leaves nobody out whom the entry is bound to. */
    boolean mayGoTo(String pointProviderId) {
        return candidate().servedBy(pointProviderId)
                && (!marks.missing() || marks.providerId().equals(pointProviderId));
    }
}
