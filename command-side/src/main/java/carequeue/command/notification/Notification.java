package carequeue.command.notification;

import static carequeue.api.notification.NotificationState.*;

import carequeue.api.Refused;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.NotificationCommand.*;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.notification.NotificationState;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One message to one patient for one reason, over one way or several, until it is delivered, failed or refused. */
@Aggregate
@Revision("1")
public class Notification extends NotificationMemory {

    protected Notification() {}

    /** Answers the notification's identifier. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(RequestNotification c, MetaData said, Clock clock, Sites sites) {
        if (request() == null) {
            Moment now = Moment.of(said, clock);
            mustNameOnlyWhatIsAllowed(c);
            Instant out = c.policy()
                    .mayGoOut(
                            c.template().kind(), now.at(), sites.get(c.siteId()).timeZone());
            NotificationRequested requested = new NotificationRequested(
                    c.notificationId(),
                    c.siteId(),
                    c.patientId(),
                    c.visitId(),
                    c.appointmentId(),
                    c.reason(),
                    c.template().kind(),
                    c.template().toString(),
                    c.template().version(),
                    c.variables(),
                    out.isAfter(now.at()) ? out : null,
                    c.expiresAt(),
                    c.policy(),
                    now.at());
            happens(requested, sites, now);
        }
        return c.notificationId();
    }

    private static void mustNameOnlyWhatIsAllowed(RequestNotification c) {
        List<Field> wrong = c.variables().keySet().stream()
                .filter(name -> !c.template().variables().contains(name))
                .sorted()
                .map(name -> new Field("variables/" + name, "is not a value that this message names"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Refused.BadField(wrong);
        }
    }

    @CommandHandler
    void handle(DispatchNotification c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        mustBe("sent", REQUESTED, UNDELIVERED);
        if (attempts().stream().anyMatch(a -> a.channel() == c.channel())) {
            throw new Refused.AgainstRule("channel-used", "This message was tried that way already.");
        } else if (c.address() == null || c.address().known().isEmpty()) {
            throw new Refused.BadField("address", "is missing");
        }
        Instant out = request()
                .policy()
                .mayGoOut(
                        request().kind(),
                        now.at(),
                        sites.get(request().siteId()).timeZone());
        Instant end = request().expiresAt();
        if (end != null && !out.isBefore(end)) {
            withdraw("expired", sites, now);
        } else if (out.isAfter(now.at())) {
            happens(
                    new NotificationPostponed(c.notificationId(), request().visitId(), postponed() + 1, out, now.at()),
                    sites,
                    now);
        } else {
            happens(dispatched(c, now.at()), sites, now);
        }
    }

    private NotificationDispatched dispatched(DispatchNotification c, Instant at) {
        return new NotificationDispatched(
                c.notificationId(),
                request().visitId(),
                request().patientId(),
                attempts().size() + 1,
                c.channel(),
                c.address(),
                c.language(),
                request().template(),
                request().templateVersion(),
                request().variables(),
                at.plus(request().policy().receiptWithin().get(c.channel())),
                at);
    }

    @CommandHandler
    void handle(EndChannels c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        mustBe("given up", REQUESTED, UNDELIVERED);
        if (is(REQUESTED)) {
            happens(new NotificationRefused(c.notificationId(), request().visitId(), c.why(), now.at()), sites, now);
        } else {
            happens(new NotificationFailed(c.notificationId(), request().visitId(), c.why(), now.at()), sites, now);
        }
    }

    @CommandHandler
    void handle(RecordDelivery c, MetaData said, Clock clock, Sites sites) {
        if (c.attempt() < 1 || c.attempt() > attempts().size()) {
            throw new Refused.AgainstRule("unknown-attempt", "This message was never tried that often.");
        }
        Attempt attempt = attempts().get(c.attempt() - 1);
        if (c.status() != attempt.status() && c.status() != DeliveryStatus.DISPATCHED) {
            Moment now = Moment.of(said, clock);
            happens(Deliveries.of(this, c, attempt, now.at()), sites, now);
        }
    }

    @CommandHandler
    void handle(WithdrawNotification c, MetaData said, Clock clock, Sites sites) {
        if (state().open()) {
            withdraw(c.why(), sites, Moment.of(said, clock));
        }
    }

    @CommandHandler
    void handle(ElapseNotification c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        int last = attempts().size();
        if (c.step().equals("receipt-" + last) && is(DISPATCHED, SENT)) {
            happens(
                    Deliveries.undelivered(this, last, DeliveryStatus.UNDELIVERED, null, "no-receipt", now.at()),
                    sites,
                    now);
        } else if (c.step().equals("due-" + postponed()) && waits() && is(REQUESTED, UNDELIVERED)) {
            happens(new NotificationDue(c.notificationId(), request().visitId(), now.at()), sites, now);
        }
    }

    private void withdraw(String why, Sites sites, Moment now) {
        happens(new NotificationWithdrawn(request().notificationId(), request().visitId(), why, now.at()), sites, now);
    }

    private void mustBe(String done, NotificationState... anyOf) {
        if (!is(anyOf)) {
            throw new Refused.WrongState(
                    state().toString(), "The message is " + state() + " and cannot be " + done + ".");
        }
    }
}
