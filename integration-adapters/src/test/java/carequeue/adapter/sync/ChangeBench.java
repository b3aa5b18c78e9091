package carequeue.adapter.sync;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Links;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.outbox.PastEvents;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/** What follows the EHR's changes, as it is wired in production. */
final class ChangeBench {

    final Links links;
    final Marks marks;
    final Problems problems;
    final EhrNews news;
    final ChangeSync changes;
    final EhrInbound inbound;

    ChangeBench(OutboxBench bench, EhrService ehr) {
        this(bench, ehr, Clock.systemUTC());
    }

    ChangeBench(OutboxBench bench, EhrService ehr, Clock clock) {
        var gateway = DefaultCommandGateway.builder().commandBus(bench.bus).build();
        links = new Links(bench.jdbc, bench.transaction);
        marks = new Marks(bench.jdbc, bench.transaction);
        problems = new Problems(bench.jdbc, bench.transaction);
        var known = new Known(new PastEvents(bench.events, bench.transaction));
        news = new EhrNews(ehr, links, known, problems, DemonstrationSite.sites(), clock);
        changes = new ChangeSync(
                ehr,
                new ChangeTaking(news, new SyncOrders(gateway), problems),
                marks,
                problems,
                new SyncLease(bench.jdbc, bench.transaction),
                new ChangeSettings(Duration.ofHours(24), Duration.ofSeconds(60)),
                clock);
        inbound = new EhrInbound(ehr, news, problems, changes);
    }
}
