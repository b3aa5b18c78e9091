package carequeue.adapter.message;

import carequeue.adapter.outbox.PastEvents;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.patient.PatientEvent;
import carequeue.api.patient.PatientEvent.PreferencesChanged;
import carequeue.api.patient.Preferences;
import carequeue.api.patient.Preferences.Consent;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How a message stands at the moment when it would go out: what was right when it was asked for may be so no more. */
@Component
public class Standing {

    private final PastEvents past;
    private final Stops stops;
    private final Clock clock;

    public Standing(PastEvents past, Stops stops, Clock clock) {
        this.past = past;
        this.stops = stops;
        this.clock = clock;
    }

    /** Why it may not go out any more, or null: {@code over}, {@code too-late}, {@code opted-out}, {@code address-gone}. */
    String against(Outgoing message, String address) {
        if (isOver(message.said())) {
            return "over";
        } else if (!clock.instant().isBefore(message.until())) {
            return "too-late";
        }
        return saidNo(message) ? "opted-out" : stops.against(message.channel(), address);
    }

    NotificationRequested request(String notificationId) {
        return past.of(notificationId, NotificationRequested.class).findFirst().orElseThrow();
    }

    private boolean isOver(NotificationDispatched said) {
        return past.of(said.notificationId(), NotificationEvent.class).anyMatch(event -> ends(event, said.attempt()));
    }

    private static boolean ends(NotificationEvent event, int attempt) {
        return event instanceof NotificationDispatched later && later.attempt() > attempt
                || event instanceof NotificationUndelivered given && given.attempt() == attempt
                || event instanceof NotificationDelivered
                || event instanceof NotificationFailed
                || event instanceof NotificationWithdrawn;
    }

    private boolean saidNo(Outgoing message) {
        return preferences(message.said().patientId()).consents().get(message.channel()) == Consent.WITHDRAWN;
    }

    /** What a patient said last about how they want to be told. */
    public Preferences preferences(String patientId) {
        return past.of(patientId, PatientEvent.class)
                .filter(PreferencesChanged.class::isInstance)
                .map(event -> ((PreferencesChanged) event).preferences())
                .reduce(Preferences.NONE, (before, after) -> after);
    }
}
