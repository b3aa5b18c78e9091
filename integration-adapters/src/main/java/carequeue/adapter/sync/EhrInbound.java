package carequeue.adapter.sync;

import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrChange.Kind;
import carequeue.adapter.ehr.EhrNotification;
import carequeue.adapter.ehr.EhrNotification.News;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.inbound.IntegrationEvent;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.NotYet;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in what the EHR's subscriptions told: the EHR is asked what it is now, whatever the notification said. */
@Component
public class EhrInbound implements Inbound {

    private final EhrService ehr;
    private final EhrNews news;
    private final Problems problems;
    private final ChangeSync changes;

    public EhrInbound(EhrService ehr, EhrNews news, Problems problems, ChangeSync changes) {
        this.ehr = ehr;
        this.news = news;
        this.problems = problems;
        this.changes = changes;
    }

    @Override
    public String service() {
        return EhrService.EHR;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        IntegrationEvent event = IntegrationEvent.of(envelope);
        Kind kind = Kind.of(event.entityType());
        if (kind != null) {
            return pulled(kind, event.entityId(), "");
        }
        return envelope.type().equals(Heard.MISSED) ? missed(event, envelope) : caughtUp(envelope);
    }

    private List<Answer> pulled(Kind kind, String id, String before) {
        EhrChange now = ehr.changes().now(kind, id);
        try {
            List<Answer> orders = news.of(now);
            problems.solved(now.name());
            return orders.stream()
                    .map(o -> Answer.of(before + o.step(), o.command()))
                    .toList();
        } catch (Unacceptable broken) {
            boolean its = broken.record().equals(now.name());
            problems.note(now.name(), broken.getMessage(), its ? null : broken.record(), false);
            throw new OutsideFailure.Rejected(EhrService.EHR, "sent what cannot be accepted: " + broken.getMessage());
        }
    }

    /** Events were lost on the way: the subscription is asked for them, or else everything is looked through. */
    private List<Answer> missed(IntegrationEvent event, Envelope envelope) {
        try {
            EhrNotification told =
                    ehr.changes().events(event.entityId(), number(event, Heard.FROM), number(event, Heard.TO));
            return all(told.news());
        } catch (OutsideFailure.Rejected | OutsideFailure.NotThere cannotTell) {
            return caughtUp(envelope);
        }
    }

    private List<Answer> all(List<News> missed) {
        List<Answer> orders = new ArrayList<>();
        missed.stream().map(n -> n.kind() + "/" + n.ehrId()).distinct().forEach(name -> {
            String[] parts = name.split("/", 2);
            try {
                orders.addAll(pulled(Kind.valueOf(parts[0]), parts[1], name + " "));
            } catch (OutsideFailure.Rejected broken) {
                // It is on the list of problems; the others are taken in.
            }
        });
        return orders;
    }

    private List<Answer> caughtUp(Envelope envelope) {
        // Many of these come together: one run after the last of them is enough.
        if (!changes.ranSince(envelope.receivedAt()) && !changes.run(new SyncReport(), Progress.UNWATCHED)) {
            throw new NotYet("the EHR's changes are being read");
        }
        return List.of();
    }

    private static long number(IntegrationEvent event, String name) {
        return ((Number) event.data().get(name)).longValue();
    }
}
