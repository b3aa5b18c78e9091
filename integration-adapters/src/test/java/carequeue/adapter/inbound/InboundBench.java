package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Answering;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.Signal;
import carequeue.store.TestKeys;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** The inbox on a real database, with services that tests make up. */
public final class InboundBench implements AutoCloseable {

    public final OutboxBench outbox = new OutboxBench().hearing(OutboxBench.Said.class);
    public final ObjectMapper json = new ObjectMapper();
    public final Signal signal = new Signal();
    public final Envelopes envelopes = new Envelopes(outbox.jdbc, outbox.transaction, TestKeys.fixed(), json, signal);
    public final InboundSettings settings = new InboundSettings(
            4,
            2,
            Duration.ofMillis(50),
            Duration.ofSeconds(60),
            Duration.ofDays(7),
            3,
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            0,
            Duration.ofDays(30));
    private final List<InboundDispatcher> nodes = new ArrayList<>();

    Inbox inbox() {
        return new Inbox(outbox.jdbc, outbox.transaction, TestKeys.fixed());
    }

    /** A node of its own that takes in what these services understand. */
    public InboundDispatcher start(Inbound... services) {
        var gateway = DefaultCommandGateway.builder().commandBus(outbox.bus).build();
        Inbox inbox = inbox();
        Taking taking = new Taking(inbox, new Answering(gateway), settings, json, List.of(services));
        var node = new InboundDispatcher(inbox, taking, settings, signal, Clock.systemUTC());
        nodes.add(node);
        node.start();
        return node;
    }

    /** The state of every envelope, as it came. */
    public List<String> states() {
        return outbox.jdbc
                .sql("select state from inbound order by id")
                .query(String.class)
                .list();
    }

    public List<String> errors() {
        return outbox.jdbc
                .sql("select last_error from inbound order by id")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        nodes.forEach(InboundDispatcher::stop);
        outbox.close();
    }
}
