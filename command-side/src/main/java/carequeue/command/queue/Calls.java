package carequeue.command.queue;

import carequeue.api.Refused;
import carequeue.api.queue.CallingOrder;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.Candidate;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.site.Site.ServicePoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of one service point from the line. */
record Calls(Line line, CallingPolicy policy, Rules rules, ServicePoint point, Set<String> elsewhere, Instant at) {

    /** The call that the order of calling makes, if anybody waits for this point. */
    Optional<EntryCalled> next() {
        mustHaveRoom(line, policy, point.id(), point.name());
        return order().next(callable(), point.providerId(), at).map(c -> called(line.get(c.entryId()), true, null));
    }

    /** The call that a person chose; whom it overtakes is noted, with the reason. */
    EntryCalled chosen(Entry entry, String reason) {
        entry.must(EntryStep.CALL);
        if (entry.elsewhere()) {
            throw elsewhere(entry);
        }
        rules.mustFit(entry, point);
        mustHaveRoom(line, policy, point.id(), point.name());
        boolean needsReason = !overtakenBy(entry).isEmpty() || !entry.mayGoTo(point.providerId());
        if (needsReason && (reason == null || reason.isBlank())) {
            throw new Refused.AgainstRule(
                    "reason-needed",
                    "Calling ticket " + entry.joined().ticket()
                            + " passes over others or the provider it is booked with; please say why.");
        }
        return called(entry, false, reason);
    }

    static Refused elsewhere(Entry entry) {
        return new Refused.WrongState(
                "elsewhere", "Ticket " + entry.joined().ticket() + " is called or in service in another queue.");
    }

    /** Refuses more patients called to a point than the policy allows. */
    static void mustHaveRoom(Line line, CallingPolicy policy, String point, String name) {
        if (policy.calledAtMost() > 0 && line.calledTo(point) >= policy.calledAtMost()) {
            throw new Refused.AgainstRule(
                    "called-at-most", name + " may have " + policy.calledAtMost() + " called at once, and has them.");
        }
    }

    private EntryCalled called(Entry entry, boolean automatic, String reason) {
        return new EntryCalled(
                entry.joined().queueId(),
                entry.id(),
                entry.joined().visitId(),
                entry.joined().ticket(),
                point.id(),
                point.name(),
                automatic,
                overtakenBy(entry),
                reason,
                policy.noted(),
                at);
    }

    private List<String> overtakenBy(Entry entry) {
        Candidate candidate = entry.candidate();
        return order().overtakenBy(candidate, callable(), point.providerId());
    }

    private List<Candidate> callable() {
        return line.callable(e -> e.mayGoTo(point.providerId()) && rules.fits(e, point), elsewhere);
    }

    private CallingOrder order() {
        return new CallingOrder(policy);
    }
}
