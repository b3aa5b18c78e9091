package carequeue.adapter.message;

import carequeue.adapter.filter.Filter;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Facts;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.Preferences.Consent;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells a patient something by one way, once: whatever is not known of an earlier call is asked before anything is sent again. */
public final class SendMessage implements Effect {

    private static final Duration FIRST_ASKING = Duration.ofSeconds(60);

    private final Way way;
    private final Attempts attempts;
    private final Standing standing;
    private final Sites sites;
    private final Filter filter;
    private final Looks looks;

    public SendMessage(Way way, Attempts attempts, Standing standing, Sites sites, Filter filter, Looks looks) {
        this.way = way;
        this.attempts = attempts;
        this.standing = standing;
        this.sites = sites;
        this.filter = filter;
        this.looks = looks;
    }

    MessageChannel channel() {
        return way.channel();
    }

    @Override
    public String name() {
        return "notify." + way.channel();
    }

    @Override
    public String service() {
        return way.service();
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        NotificationDispatched said = attempt.says(NotificationDispatched.class);
        if (!way.ready()) {
            answers.add(told(said, Sent.refused("not-set-up", false)));
        } else if (said.address().known().isEmpty()) {
            answers.add(told(said, Sent.refused("erased", false)));
        } else {
            carryOut(outgoing(attempt, said), answers);
        }
    }

    private void carryOut(Outgoing message, List<Answer> answers) {
        NotificationDispatched said = message.said();
        String address = way.address(message);
        Attempts.Known known = attempts.begin(message, address);
        String against = standing.against(message, address);
        Optional<Sent> before = before(message, known, against);
        if (before.isEmpty() && "over".equals(against)) {
            return;
        }
        Sent sent = before.orElseGet(
                () -> against == null ? goesOut(message, known) : Sent.refused(against, against.equals("opted-out")));
        attempts.said(said, sent, sent.status() == DeliveryStatus.FAILED ? null : FIRST_ASKING);
        answers.add(told(said, sent));
        answers.addAll(way.beside(message, sent));
        if (sent.gone()) {
            attempts.gone(said.notificationId(), said.attempt());
        }
        if (sent.optedOut()) {
            answers.add(Answer.of(
                    "opted-out",
                    new ChangeConsent(
                            said.patientId(),
                            said.channel(),
                            Consent.WITHDRAWN,
                            said.channel().toString())));
        }
    }

    private Sent goesOut(Outgoing message, Attempts.Known known) {
        looks.keep(message);
        return way.send(crossing(message), new Call(attempts, message.said(), known.inDoubt()));
    }

    /** What an earlier call came to, as far as we or the provider know. */
    private Optional<Sent> before(Outgoing message, Attempts.Known known, String against) {
        if (known.providerId() != null || known.delivery() != DeliveryStatus.DISPATCHED) {
            return Optional.of(Sent.told(known.providerId(), known.delivery(), known.code()));
        } else if (!known.inDoubt()) {
            return Optional.empty();
        }
        Optional<Sent> found = way.find(crossing(message), known);
        if (found.isEmpty() && against != null) {
            attempts.flag(message.said(), "unknown");
        }
        return found;
    }

    private Outgoing crossing(Outgoing message) {
        return Crossing.of(filter, service(), message);
    }

    private Outgoing outgoing(Attempt attempt, NotificationDispatched said) {
        NotificationRequested asked = standing.request(said.notificationId());
        Site site = sites.get(asked.siteId());
        Object day = attempt.event().getMetaData().get(Facts.BUSINESS_DAY);
        LocalDate businessDay = day instanceof String text ? LocalDate.parse(text) : site.businessDay(said.at());
        return new Outgoing(said, asked, site, businessDay);
    }

    private static Answer told(NotificationDispatched said, Sent sent) {
        return Answer.of(
                sent.status().toString(),
                new RecordDelivery(
                        said.notificationId(), said.attempt(), sent.status(), sent.providerId(), sent.code()));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        NotificationDispatched said = attempt.says(NotificationDispatched.class);
        // What may pass is tried until the receipt is overdue; then the next way is taken.
        return failure.mayPass() ? List.of() : List.of(told(said, Sent.refused("provider-refused", false)));
    }
}
