package carequeue.app.permuted;

import carequeue.api.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that happened, by visit and by aggregate, in the order of history, and the processes that go on. */
record Told(
        Map<String, List<Object>> byVisit, Map<String, List<Object>> byAggregate, Map<String, Set<String>> waiting) {

    static Told by(EventStore history, JdbcClient jdbc) throws InterruptedException {
        Told told = new Told(new HashMap<>(), new HashMap<>(), waiting(jdbc));
        long head = Objects.requireNonNull(history.createHeadToken()).position().orElseThrow();
        long seen = -1;
        try (var stream = history.openStream(null)) {
            while (seen < head && stream.hasNextAvailable(5, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                seen = message.trackingToken().position().orElseThrow();
                told.add(message);
            }
        }
        return told;
    }

    private void add(TrackedEventMessage<?> message) {
        if (message.getMetaData().get(Facts.CORRELATION_ID) instanceof String visit) {
            byVisit.computeIfAbsent(visit, v -> new ArrayList<>()).add(message.getPayload());
        }
        if (message instanceof DomainEventMessage<?> of) {
            byAggregate
                    .computeIfAbsent(of.getAggregateIdentifier(), a -> new ArrayList<>())
                    .add(message.getPayload());
        }
    }

    /** The kinds of processes that wait, by what they are associated with. */
    private static Map<String, Set<String>> waiting(JdbcClient jdbc) {
        return jdbc
                .sql("select value, saga_type from saga_association")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(e -> simple(e.getValue()), Collectors.toCollection(TreeSet::new))));
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    Outcome of(Journey journey) {
        Set<String> processes = new TreeSet<>(waiting.getOrDefault(journey.visit, Set.of()));
        for (int payer = 1; payer <= 2; payer++) {
            String claim = journey.payers.claim(payer);
            waiting.getOrDefault(claim, Set.of()).forEach(kind -> processes.add(kind + " of " + claim));
        }
        List<Object> booked =
                journey.appointment() == null ? List.of() : byAggregate.getOrDefault(journey.appointment(), List.of());
        return new Outcome(
                journey,
                byVisit.getOrDefault(journey.visit, List.of()),
                byVisit.getOrDefault(journey.again(), List.of()),
                booked,
                processes);
    }
}
