package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Answering;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in one leased envelope and tells the clinic what it means, each order recognisable when it is repeated. */
@Component
public class Taking {

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
    private static final Duration SOON = Duration.ofMillis(500);

    private final Inbox inbox;
    private final Answering answering;
    private final InboundSettings settings;
    private final ObjectMapper json;
    private final Map<String, Inbound> services;

    public Taking(
            Inbox inbox, Answering answering, InboundSettings settings, ObjectMapper json, List<Inbound> services) {
        this.inbox = inbox;
        this.answering = answering;
        this.settings = settings;
        this.json = json;
        this.services = services.stream().collect(Collectors.toUnmodifiableMap(Inbound::service, Function.identity()));
    }

    void take(Inbox.Row row) {
        Inbound service = services.get(row.service());
        if (service == null) {
            inbox.end(row, "dead", "this version knows no such service");
            return;
        }
        try {
            var origin =
                    new Answering.Origin("inbound." + row.service(), Long.toString(row.id()), row.envelopeId(), null);
            inbox.end(row, "done", answering.send(origin, service.take(envelope(row))));
        } catch (NotYet wait) {
            inbox.later(row, SOON, wait.getMessage(), false, false);
        } catch (OutsideFailure failure) {
            stuck(row, failure);
        } catch (RuntimeException e) {
            failed(row, e);
        }
    }

    private void stuck(Inbox.Row row, OutsideFailure failure) {
        if (!failure.mayPass()) {
            inbox.end(row, "refused", failure.getMessage());
        } else if (inbox.olderThan(row, settings.giveUp())) {
            inbox.end(row, "dead", failure.getMessage());
        } else {
            inbox.later(row, backoff(row.attempts()), failure.getMessage(), true, false);
        }
    }

    private void failed(Inbox.Row row, RuntimeException e) {
        // Only the kind: a message may quote what came in.
        String what = "our side: " + e.getClass().getSimpleName();
        LOG.warn("Envelope {} of {} could not be taken in: {}", row.id(), row.service(), what);
        if (row.faults() + 1 >= settings.faults()) {
            inbox.end(row, "dead", what);
        } else {
            inbox.later(row, backoff(row.faults() + 1), what, true, true);
        }
    }

    private Duration backoff(int attempts) {
        return settings.backoff().after(attempts, ThreadLocalRandom.current());
    }

    private Envelope envelope(Inbox.Row row) {
        return new Envelope(
                row.service(), row.envelopeId(), row.type(), row.receivedAt(), inbox.body(row), headers(row));
    }

    private Map<String, String> headers(Inbox.Row row) {
        try {
            return json.readValue(row.headers(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers were written by us", e);
        }
    }
}
