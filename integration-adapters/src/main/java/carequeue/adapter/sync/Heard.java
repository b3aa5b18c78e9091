package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.EhrNotification;
import carequeue.adapter.ehr.EhrNotification.News;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.inbound.Envelopes;
import carequeue.adapter.inbound.IntegrationEvent;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores what a subscription told, each event once, and notices which events never arrived. */
@Component
public class Heard {

    static final String MISSED = "subscription.missed";
    static final String SOMETHING = "ehr.changed";
    static final String FROM = "from";
    static final String TO = "to";

    private final Envelopes envelopes;
    private final SubscriptionRows rows;
    private final Clock clock;

    public Heard(Envelopes envelopes, SubscriptionRows rows, Clock clock) {
        this.envelopes = envelopes;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Takes down a notification.
     *
     * @param name of the door it came to
     * @param body as it came, by which one that counts nothing is known when it comes again
     */
    void hear(String name, EhrNotification told, byte[] body) {
        switch (told.kind()) {
            case HANDSHAKE -> rows.heard(name, told.subscription(), count(told));
            case HEARTBEAT -> counted(name, told, count(told) + 1);
            case FAILING, SOMETHING ->
                store(SOMETHING, "Changes", "all", UUID.randomUUID().toString());
            case EVENTS -> {
                told.news().forEach(news -> store(name, told, news, body));
                counted(name, told, first(told));
            }
        }
    }

    /** Something is gone or changed, and no version says when. */
    void hear(Kind kind, String ehrId) {
        store(type(kind), kind.word(), ehrId, UUID.randomUUID().toString());
    }

    private void store(String name, EhrNotification told, News news, byte[] body) {
        String thing = news.kind().word() + "/" + news.ehrId();
        String which;
        if (news.number() != null) {
            which = name + "/" + told.subscription() + "/" + news.number();
        } else {
            which = news.version() != null
                    ? news.version()
                    : UUID.nameUUIDFromBytes(body).toString();
        }
        store(type(news.kind()), news.kind().word(), news.ehrId(), thing + " " + which);
    }

    /** Events between the last one heard and the first of these were lost, or come later: they are asked for. */
    private void counted(String name, EhrNotification told, long first) {
        if (told.events() == null || told.subscription() == null) {
            return;
        }
        Long last = rows.lastOf(name, told.subscription());
        if (last == null) {
            // Heard for the first time: what it told before is not known.
            store(SOMETHING, "Changes", "all", UUID.randomUUID().toString());
        } else if (first > last + 1) {
            missed(name, told.subscription(), last + 1, first - 1);
        }
        rows.heard(name, told.subscription(), told.events());
    }

    private void missed(String name, String subscription, long from, long to) {
        IntegrationEvent event = new IntegrationEvent(
                MISSED,
                "Subscription",
                subscription,
                clock.instant().toString(),
                Map.of(FROM, from, TO, to),
                EhrService.EHR);
        envelopes.store(EhrService.EHR, MISSED + " " + name + "/" + subscription + " " + from + "-" + to, event);
    }

    private void store(String type, String entityType, String entityId, String id) {
        envelopes.store(
                EhrService.EHR, id, IntegrationEvent.of(type, entityType, entityId, clock.instant(), EhrService.EHR));
    }

    private static long count(EhrNotification told) {
        return told.events() == null ? 0 : told.events();
    }

    private static long first(EhrNotification told) {
        return told.news().stream()
                .map(News::number)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElse(count(told));
    }

    private static String type(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ".updated";
    }
}
