package carequeue.app.history;

import carequeue.store.StableNames;
import carequeue.store.StableSerializer;
import carequeue.store.StoredJson;
import carequeue.store.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** An event as it was stored once: its name, its revision and its JSON. */
record Golden(String name, int revision, String json) {

    static Golden of(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.(?=\\d+\\.json$)|\\.json$");
        return new Golden(parts[0], Integer.parseInt(parts[1]), Files.readString(file));
    }

    boolean isToday(StableNames names) {
        return names.classOf(name)
                .flatMap(names::nameOf)
                .filter(today -> today.revision() == revision)
                .isPresent();
    }

    /** What readers are told today, with unknown fields forbidden. */
    List<Object> read(StableNames names, EventUpcaster steps) {
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        byte[] facts = "{}".getBytes(StandardCharsets.UTF_8);
        GenericDomainEventEntry<byte[]> row = new GenericDomainEventEntry<>(
                "type", "id", 0, "event", Instant.EPOCH, name, Integer.toString(revision), payload, facts);
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(row), new StableSerializer(names, StoredJson.strict(TestKeys.fixed())), steps)
                .asStream()
                .<Object>map(DomainEventMessage::getPayload)
                .toList();
    }
}
