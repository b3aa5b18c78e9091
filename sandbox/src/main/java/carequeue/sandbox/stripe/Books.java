package carequeue.sandbox.stripe;

import carequeue.sandbox.SandboxCannotStart;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything the provider remembers, by account; what one call changes is on the disk at once or not at all. */
final class Books implements AutoCloseable {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final ObjectMapper json = new ObjectMapper();
    private final SecureRandom chance = new SecureRandom();
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, Map<String, ObjectNode>> shelves = new LinkedHashMap<>();
    private final Map<String, ObjectNode> changed = new LinkedHashMap<>();
    private final Journal journal;
    private final Clock clock;
    private final Set<String> accounts = new LinkedHashSet<>();
    private String account = "";

    Books(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        List<String> lines = journal.replay();
        lines.forEach(this::remember);
        if (lines.size() > 2 * objects.size()) {
            journal.compact(objects.entrySet().stream()
                    .map(e -> line(e.getKey(), e.getValue()))
                    .toList());
        }
    }

    /** The account that the next calls are about. */
    void as(String whose) {
        account = whose == null ? "" : whose;
    }

    String account() {
        return account;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    /** A new object of Stripe's, with its identifier. */
    ObjectNode make(String prefix, String object) {
        StringBuilder id = new StringBuilder(prefix).append('_');
        for (int i = 0; i < 24; i++) {
            id.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return json.createObjectNode()
                .put("id", id.toString())
                .put("object", object)
                .put("created", now())
                .put("livemode", false);
    }

    /** Keeps an object; it is on the disk after {@link #commit}. */
    void put(ObjectNode object) {
        put(object.get("id").asText(), object);
    }

    void put(String id, ObjectNode object) {
        keep(key(id), object);
        changed.put(key(id), object);
    }

    /** An object; it may be changed, and is then put again. */
    ObjectNode get(String id) {
        return objects.get(key(id));
    }

    ObjectNode need(String kind, String id) {
        ObjectNode found = get(id);
        if (found == null || !kind.equals(found.path("object").asText())) {
            throw ApiError.notThere(kind, id);
        }
        return found;
    }

    /** Every object of a kind in this account, the newest first. */
    List<ObjectNode> all(String kind) {
        List<ObjectNode> found =
                new ArrayList<>(shelves.getOrDefault(key(kind), Map.of()).values());
        Collections.reverse(found);
        return found;
    }

    /** Every account that has anything. */
    List<String> accounts() {
        return List.copyOf(accounts);
    }

    /** The account in which an object is; that of the key where nobody has it. */
    String owner(String id) {
        return accounts().stream()
                .filter(whose -> objects.containsKey(whose + "/" + id))
                .findFirst()
                .orElse("");
    }

    void commit() {
        if (!changed.isEmpty()) {
            journal.append(changed.entrySet().stream()
                    .map(e -> line(e.getKey(), e.getValue()))
                    .toList());
            changed.clear();
        }
    }

    @Override
    public void close() {
        journal.close();
    }

    private void keep(String key, ObjectNode object) {
        objects.put(key, object);
        accounts.add(key.substring(0, key.indexOf('/')));
        String shelf =
                key.substring(0, key.indexOf('/') + 1) + object.path("object").asText();
        shelves.computeIfAbsent(shelf, s -> new LinkedHashMap<>()).put(key, object);
    }

    private String key(String id) {
        return account + "/" + id;
    }

    private String line(String key, ObjectNode object) {
        try {
            return json.writeValueAsString(
                    json.createObjectNode().put("key", key).set("value", object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remember(String line) {
        try {
            JsonNode read = json.readTree(line);
            keep(read.get("key").asText(), (ObjectNode) read.get("value"));
        } catch (JsonProcessingException e) {
            throw new SandboxCannotStart("A line of the payment provider's journal cannot be read");
        }
    }
}
