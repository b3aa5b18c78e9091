package carequeue.command.eligibility;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Refused;
import carequeue.api.eligibility.AheadCommand;
import carequeue.api.eligibility.AheadCommand.*;
import carequeue.api.eligibility.AheadEvent;
import carequeue.api.eligibility.AheadEvent.*;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The evening before a business day of a site: its booked patients' payers are asked, a batch at a time. */
@Aggregate
@Revision("1")
public class AskingAhead {

    @AggregateIdentifier
    private String aheadId;

    private AheadPlanned planned;
    private String cursor;
    /** The batch that is due or waited for next. */
    private int batch;

    private boolean due;
    private boolean over;

    protected AskingAhead() {}

    @CommandHandlerInterceptor
    void onlyOfTheirSites(AheadCommand c, MetaData said) {
        if (planned != null && !Moment.mayEnter(said, planned.siteId())) {
            throw new Refused.NotFound("evening", c.aheadId());
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlanAhead c, MetaData said, Clock clock, Sites sites) {
        if (planned == null) {
            Moment now = Moment.of(said, clock);
            happens(new AheadPlanned(c.aheadId(), c.siteId(), c.day(), c.dueAt(), c.policy(), now.at()), sites, now);
        }
    }

    @CommandHandler
    void handle(ElapseAhead c, MetaData said, Clock clock, Sites sites) {
        if (!due && !over && c.step().equals("batch-" + batch)) {
            Moment now = Moment.of(said, clock);
            happens(
                    new AheadBatchDue(
                            aheadId,
                            planned.siteId(),
                            planned.day(),
                            batch,
                            planned.policy().batch(),
                            cursor,
                            now.at()),
                    sites,
                    now);
        }
    }

    @CommandHandler
    void handle(NoteBatch c, MetaData said, Clock clock, Sites sites) {
        if (due && c.batch() == batch) {
            Moment now = Moment.of(said, clock);
            AheadBatchAsked asked = new AheadBatchAsked(
                    aheadId,
                    planned.siteId(),
                    planned.day(),
                    batch,
                    c.asked(),
                    c.selfPay(),
                    c.failed(),
                    c.cursor(),
                    c.cursor() == null ? null : now.at().plus(planned.policy().pause()),
                    now.at());
            happens(asked, sites, now);
        }
    }

    private static void happens(AheadEvent event, Sites sites, Moment now) {
        if (!Moment.mayEnter(now.said(), event.siteId())) {
            throw new Refused.NotFound("site", event.siteId());
        }
        apply(
                event,
                MetaData.from(
                        now.facts(event.siteId(), sites.get(event.siteId()).businessDay(now.at()), null)));
    }

    @EventSourcingHandler
    void on(AheadPlanned e) {
        aheadId = e.aheadId();
        planned = e;
        batch = 1;
    }

    @EventSourcingHandler
    void on(AheadBatchDue e) {
        due = true;
    }

    @EventSourcingHandler
    void on(AheadBatchAsked e) {
        due = false;
        cursor = e.cursor();
        batch = e.batch() + 1;
        over = e.cursor() == null;
    }
}
