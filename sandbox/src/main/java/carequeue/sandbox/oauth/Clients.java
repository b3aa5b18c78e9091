package carequeue.sandbox.oauth;

import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The clients that were registered, kept over restarts. */
final class Clients implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Journal journal;
    private final Map<String, Client> byId = new ConcurrentHashMap<>();

    Clients(Journal journal) {
        this.journal = journal;
        journal.replay().stream().map(Clients::read).forEach(client -> byId.put(client.clientId(), client));
    }

    synchronized void register(Client client) {
        try {
            journal.append(List.of(JSON.writeValueAsString(client)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        byId.put(client.clientId(), client);
    }

    Optional<Client> find(String clientId) {
        return clientId == null ? Optional.empty() : Optional.ofNullable(byId.get(clientId));
    }

    private static Client read(String line) {
        try {
            return JSON.readValue(line, Client.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sandbox's list of clients cannot be read", e);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
