package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads {@code name#field} out of a secret that is a JSON object, as AWS keeps those of databases. */
record Fields(SecretStore store) implements SecretStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String source() {
        return store.source();
    }

    @Override
    public Stored read(String name) {
        int at = name.indexOf('#');
        if (at < 0) {
            return store.read(name);
        }
        Stored whole = store.read(name.substring(0, at));
        String field = name.substring(at + 1);
        Stored.Version before = whole.previous();
        return new Stored(field(whole.current(), field, name), before == null ? null : field(before, field, name));
    }

    private static Stored.Version field(Stored.Version whole, String field, String name) {
        try {
            JsonNode value = JSON.readTree(whole.value()).path(field);
            if (value.isValueNode() && !value.asText().isBlank()) {
                return new Stored.Version(value.asText(), whole.id(), whole.since());
            }
        } catch (JsonProcessingException e) {
            // The parser's own words quote the value.
        }
        throw new OutsideFailure.NotThere(SECRETS, "has no such field: " + name);
    }
}
