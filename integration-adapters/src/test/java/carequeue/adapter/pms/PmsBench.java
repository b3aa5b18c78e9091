package carequeue.adapter.pms;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.filter.Filter;
import carequeue.adapter.filter.FilterRules;
import carequeue.adapter.filter.Transformations;
import carequeue.adapter.filter.jose.PartnerKeys;
import carequeue.adapter.filter.jose.PartnerSettings;
import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.pms.rest.RestPms;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.HealthBook;
import carequeue.adapter.secrets.Secret;
import carequeue.api.site.Sites;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.ClassPathResource;

/** The practice management system's adapter on a real database, put together by hand. */
final class PmsBench {

    final OutboxBench outside = new OutboxBench();
    final KnownAppointments known = new KnownAppointments(outside.jdbc, outside.transaction);
    final Standings standings = new Standings(outside.jdbc, outside.transaction);
    final OpenAppointments open = new OpenAppointments(outside.jdbc, outside.transaction);
    final WalkIns walkIns = new WalkIns(outside.jdbc, outside.transaction);
    final RestPms pms;
    final Intake intake;
    final PmsSync sync;
    final PmsPatients patients;
    final TellPms tell;
    final BookInPms book;
    final MoveInPms move;
    final FollowVisit follow = new FollowVisit(walkIns);
    final PmsEvents events;

    PmsBench(String url, Clock clock, Sites sites) {
        pms = new RestPms(settings(url), guards(), new ObjectMapper(), filter(), java.time.Clock.systemUTC());
        var orders = new PmsOrders(
                DefaultCommandGateway.builder().commandBus(outside.bus).build());
        patients = new PmsPatients(
                pms,
                orders,
                new PastEvents(outside.events, outside.transaction),
                filter(),
                outside.jdbc,
                outside.transaction,
                clock);
        intake = new Intake(patients, known, standings, open, new WalkInMatch(walkIns, orders), orders, sites);
        sync = new PmsSync(pms, intake, open, sites, clock);
        var nobody = new DefaultListableBeanFactory().getBeanProvider(QueryGateway.class);
        tell = new TellPms(pms, known, standings, new Line(nobody, sites, clock));
        var past = new PastEvents(outside.events, outside.transaction);
        var ours = new OurBookings(past, sites);
        var newcomers = new PmsNewcomers(pms, orders, past, outside.jdbc, outside.transaction);
        book = new BookInPms(pms, known, standings, ours, newcomers);
        move = new MoveInPms(pms, known, standings, ours, intake, past);
        events = new PmsEvents(
                outside.outbox, known, standings, tell, book, move, new VisitsHeard(walkIns, outside.outbox, follow));
    }

    PmsBench(String url) {
        this(url, Clock.systemUTC(), DemonstrationSite.sites());
    }

    static PmsSettings settings(String url) {
        return new PmsSettings(
                url,
                Secret.of("sandbox-pms-key"),
                "X-API-Key",
                null,
                Secret.of("secret"),
                Secret.of("older"),
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                20,
                Pattern.compile("[A-Z0-9]{6,12}"),
                Pattern.compile("\\+?[\\d\\s\\-()]+"),
                Pattern.compile(".+@.+"));
    }

    private Filter filter() {
        return new Filter(
                new FilterRules(new ClassPathResource("filter/rules.json"), new ObjectMapper()),
                new PartnerKeys(new PartnerSettings(Map.of())),
                new Transformations(outside.jdbc, outside.transaction));
    }

    private static Guards guards() {
        return new Guards(
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                TimeLimiterRegistry.of(TimeLimiterConfig.custom()
                        .timeoutDuration(Duration.ofSeconds(5))
                        .build()),
                RetryRegistry.ofDefaults(),
                new HealthBook(event -> {}, Clock.systemUTC()));
    }

    <T> List<T> sent(Class<T> type) {
        return outside.commands.stream()
                .map(command -> command.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
