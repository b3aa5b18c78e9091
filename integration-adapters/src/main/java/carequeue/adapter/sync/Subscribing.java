package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EhrSubscriptions.Offer;
import carequeue.adapter.ehr.EhrSubscriptions.Style;
import carequeue.adapter.ehr.EhrSubscriptions.Wish;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.secrets.Secret;
import carequeue.adapter.sync.WebhookSettings.Subscribe;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Subscribes to the EHR's changes when we can be reached, and renews that in time; polling goes on as the net. */
@Component
public class Subscribing {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribing.class);
    private static final Duration LASTS = Duration.ofDays(7);
    private static final Duration RENEWED_EVERY = Duration.ofHours(12);
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);

    private final EhrService ehr;
    private final SubscriptionRows rows;
    private final SyncLease lease;
    private final WebhookSettings settings;
    private final EhrSettings ehrSettings;
    private final Environment environment;
    private final Clock clock;
    private volatile URI endpoint;
    private Instant next = Instant.MIN;

    public Subscribing(
            EhrService ehr,
            SubscriptionRows rows,
            SyncLease lease,
            WebhookSettings settings,
            EhrSettings ehrSettings,
            Environment environment,
            Clock clock) {
        this.ehr = ehr;
        this.rows = rows;
        this.lease = lease.named("sync.ehr.subscriptions");
        this.settings = settings;
        this.ehrSettings = ehrSettings;
        this.environment = environment;
        this.clock = clock;
    }

    /** From now on we can be reached. */
    @EventListener
    public void on(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            reachableAt(event.getWebServer().getPort());
        }
    }

    void reachableAt(int port) {
        endpoint = address(port);
    }

    /** Where the EHR reaches us; an EHR on this machine needs no public address. */
    URI address(int port) {
        String door = "/webhooks/ehr/" + settings.name();
        if (settings.url() != null) {
            return settings.url();
        }
        String own = environment.getProperty("carequeue.public-url", "");
        if (!own.isBlank()) {
            return URI.create(own.replaceAll("/+$", "") + door);
        }
        String host = URI.create(ehrSettings.url()).getHost();
        return List.of("localhost", "127.0.0.1").contains(host) ? URI.create("http://localhost:" + port + door) : null;
    }

    /** Looks whether it is time to subscribe or to renew, and does it. */
    void turn() {
        Instant now = clock.instant();
        if (endpoint == null || settings.subscribe() == Subscribe.OFF || now.isBefore(next) || !lease.take()) {
            return;
        }
        next = now.plus(TRIED_AGAIN);
        try {
            String secret =
                    Secret.given(settings.secret()) ? settings.secret().value() : rows.secretMade(settings.name());
            subscribe(new Wish(endpoint, secret, now.plus(LASTS)));
            next = now.plus(RENEWED_EVERY);
        } catch (OutsideFailure failure) {
            LOG.info("Not subscribed to the EHR's changes, which are read every so often: {}", failure.getMessage());
            next = failure.mayPass() ? next : now.plus(RENEWED_EVERY);
        } finally {
            lease.release();
        }
    }

    private void subscribe(Wish wish) {
        for (Offer offer : chosen(ehr.subscriptions().offered())) {
            String before = rows.subscribed(settings.name(), offer.what()).orElse(null);
            String id = ehr.subscriptions().subscribe(offer, wish, before);
            rows.subscribe(settings.name(), offer.what(), id);
            LOG.debug("Subscribed to {} as {}", offer.what(), id);
        }
    }

    private List<Offer> chosen(List<Offer> offered) {
        List<Offer> topics = settings.topics().isEmpty()
                ? of(offered, Style.TOPIC)
                : settings.topics().stream()
                        .map(topic -> new Offer(Style.TOPIC, topic))
                        .toList();
        List<Offer> criteria = of(offered, Style.CRITERIA);
        return switch (settings.subscribe()) {
            case TOPIC -> topics;
            case REST_HOOK -> criteria;
            default ->
                offered.isEmpty()
                        ? List.of()
                        : Stream.of(topics, criteria)
                                .filter(o -> !o.isEmpty())
                                .findFirst()
                                .orElse(List.of());
        };
    }

    private static List<Offer> of(List<Offer> offered, Style style) {
        return offered.stream().filter(offer -> offer.style() == style).toList();
    }
}
