package carequeue.command.queue;

import carequeue.api.Refused;
import carequeue.api.queue.Candidate;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryElsewhere;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryJoined;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The entries of a queue in the order of joining, and the numbers handed out. */
final class Line {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long lastNumber;
    private long lastTicket;

    Optional<Entry> find(String entryId) {
        return Optional.ofNullable(entries.get(entryId));
    }

    Entry get(String entryId) {
        return find(entryId).orElseThrow(() -> new Refused.NotFound("entry", entryId));
    }

    // A ticket that came along from another site may be taken by another visit here.
    String ticketFor(String visitId, String ticket, String prefix) {
        boolean free = entries.values().stream()
                .map(Entry::joined)
                .noneMatch(j -> j.ticket().equals(ticket) && !j.visitId().equals(visitId));
        return ticket != null && free ? ticket : nextTicket(prefix);
    }

    private String nextTicket(String prefix) {
        return "%s-%03d".formatted(prefix, lastTicket + 1);
    }

    /** Those who may be called, as far as they may come at all, but for visits that are with staff elsewhere. */
    List<Candidate> callable(Predicate<Entry> mayCome, Set<String> elsewhere) {
        return entries.values().stream()
                .filter(e -> e.callable() && mayCome.test(e))
                .filter(e -> !elsewhere.contains(e.joined().visitId()))
                .map(Entry::candidate)
                .toList();
    }

    /** The entries for which something holds, in the order of joining. */
    List<Entry> where(Predicate<Entry> holds) {
        return entries.values().stream().filter(holds).toList();
    }

    long calledTo(String servicePoint) {
        return entries.values().stream().filter(e -> e.calledTo(servicePoint)).count();
    }

    /** Refuses a second active entry of the same patient. */
    void mustNotBeTwice(String patientId, String exceptEntryId) {
        entries.values().stream()
                .filter(e -> e.state().active() && e.joined().patientId().equals(patientId))
                .filter(e -> !e.id().equals(exceptEntryId))
                .findFirst()
                .ifPresent(e -> {
                    throw new Refused.AgainstRule(
                            "twice-in-queue",
                            "This patient stands in the queue already, with ticket "
                                    + e.joined().ticket() + ".");
                });
    }

    /** The place that a patient gets, with the visit's ticket or the next one. */
    EntryJoined place(JoinQueue c, String prefix, Instant at) {
        return new EntryJoined(
                c.queueId(),
                c.entryId(),
                c.visitId(),
                c.patientId(),
                ticketFor(c.visitId(), c.ticket(), prefix),
                lastNumber + 1,
                c.acuity(),
                c.providerId(),
                c.slot(),
                c.arrivedAt() == null ? at : c.arrivedAt(),
                c.needs(),
                at);
    }

    void joined(EntryJoined e, String prefix) {
        entries.put(e.entryId(), Entry.of(e));
        lastNumber = Math.max(lastNumber, e.number());
        // A ticket that came along from another service has that one's prefix, or was counted here before.
        if (e.ticket().matches(Pattern.quote(prefix) + "-\\d{1,9}")) {
            lastTicket = Math.max(lastTicket, Long.parseLong(e.ticket().substring(prefix.length() + 1)));
        }
    }

    void happened(EntryEvent e) {
        entries.computeIfPresent(e.entryId(), (id, entry) -> entry.after(e));
        if (e instanceof EntryElsewhere elsewhere) {
            entries.computeIfPresent(
                    e.entryId(), (id, entry) -> entry.marked(entry.marks().elsewhere(elsewhere.elsewhere())));
        } else if (e instanceof EntryCalled called && called.automatic()) {
            called.overtaken()
                    .forEach(o -> entries.computeIfPresent(
                            o, (id, entry) -> entry.marked(entry.marks().overtakenOnceMore())));
        }
    }
}
