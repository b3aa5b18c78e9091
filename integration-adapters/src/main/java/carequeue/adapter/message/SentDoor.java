package carequeue.adapter.message;

import carequeue.adapter.InIntegrationRole;
import carequeue.adapter.outbox.PastEvents;
import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to a message as the patient got it: in its version, its language and the look of that day; only its links open nothing. */
@RestController
@InIntegrationRole
class SentDoor {

    private static final String CLOSED = "(link)";

    private final Previews previews;
    private final Looks looks;
    private final PastEvents past;

    SentDoor(Previews previews, Looks looks, PastEvents past) {
        this.previews = previews;
        this.looks = looks;
        this.past = past;
    }

    /**
     * A message that went out.
     *
     * @param html null where the way has words only
     * @param wentOut false where it was given up before it went out; it is then shown in the site's look of now
     */
    record SentMessage(
            String notificationId,
            int attempt,
            MessageChannel channel,
            String language,
            String template,
            int templateVersion,
            boolean wentOut,
            String subject,
            String text,
            String html) {}

    @GetMapping("/api/notifications/{notificationId}/words")
    SentMessage words(@PathVariable String notificationId, @RequestParam(defaultValue = "1") int attempt, Actor actor) {
        NotificationRequested asked = past.of(notificationId, NotificationRequested.class)
                .findFirst()
                .filter(it -> actor.mayEnter(it.siteId()))
                .orElseThrow(() -> new Refused.NotFound("notification", notificationId));
        return past.of(notificationId, NotificationDispatched.class)
                .filter(said -> said.attempt() == attempt)
                .findFirst()
                .map(said -> shown(said, asked, actor))
                .orElseThrow(() -> new Refused.NotFound("attempt", Integer.toString(attempt)));
    }

    private SentMessage shown(NotificationDispatched said, NotificationRequested asked, Actor actor) {
        Optional<Look> then = looks.of(said.notificationId(), said.attempt());
        Look look = then.orElseGet(() -> looks.now(previews.site(asked.siteId(), actor)));
        Worded words = previews.words(
                said.channel(),
                new Wording(
                        Previews.template(said.template()),
                        said.templateVersion(),
                        Previews.language(said.language()),
                        look,
                        said.variables(),
                        said.visitId() == null ? null : CLOSED,
                        CLOSED));
        return new SentMessage(
                said.notificationId(),
                said.attempt(),
                said.channel(),
                said.language(),
                said.template(),
                said.templateVersion(),
                then.isPresent(),
                words.subject(),
                words.text(),
                words.html());
    }
}
