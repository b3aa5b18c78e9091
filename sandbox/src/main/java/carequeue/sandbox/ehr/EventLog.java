package carequeue.sandbox.ehr;

import carequeue.sandbox.state.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbered events of each subscription, remembered over restarts. */
final class EventLog implements AutoCloseable {

    private final Journal journal;
    private final Map<String, List<Event>> bySubscription = new ConcurrentHashMap<>();

    EventLog(Journal journal) {
        this.journal = journal;
        for (String line : journal.replay()) {
            keep(Event.read(line));
        }
    }

    /** One event: what it is about, and whether that was deleted. */
    record Event(String subscription, long number, String focus, boolean deleted, Instant at) {

        private static Event read(String line) {
            String[] parts = line.split(" ");
            return new Event(
                    parts[0],
                    Long.parseLong(parts[1]),
                    parts[2],
                    Boolean.parseBoolean(parts[3]),
                    Instant.parse(parts[4]));
        }

        private String line() {
            return subscription + " " + number + " " + focus + " " + deleted + " " + at;
        }
    }

    /** Notes the next event of a subscription. */
    synchronized Event add(String subscription, String focus, boolean deleted, Instant at) {
        Event event = new Event(subscription, count(subscription) + 1, focus, deleted, at);
        journal.append(List.of(event.line()));
        keep(event);
        return event;
    }

    /** How many events there were so far. */
    long count(String subscription) {
        return bySubscription.getOrDefault(subscription, List.of()).size();
    }

    /** The events of these numbers. */
    synchronized List<Event> between(String subscription, long from, long to) {
        return bySubscription.getOrDefault(subscription, List.of()).stream()
                .filter(event -> event.number() >= from && event.number() <= to)
                .toList();
    }

    private void keep(Event event) {
        bySubscription
                .computeIfAbsent(event.subscription(), s -> new ArrayList<>())
                .add(event);
    }

    @Override
    public void close() {
        journal.close();
    }
}
