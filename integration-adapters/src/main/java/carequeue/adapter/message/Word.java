package carequeue.adapter.message;

import carequeue.adapter.outbox.Answer;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.Preferences.Consent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a provider tells of an attempt afterwards: late, twice, out of order, or before it had answered. */
@Component
public class Word {

    private final Attempts attempts;

    public Word(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Notes a word and says what the clinic is to be told of it; nothing when the attempt is not known.
     *
     * @param ours our own name of the attempt as it came back, or empty
     */
    public List<Answer> of(MessageChannel channel, Optional<Name> ours, Sent said) {
        Optional<Attempts.Known> known = attempts.byProvider(channel, said.providerId())
                .or(() -> ours.flatMap(name -> attempts.find(name.notificationId(), name.attempt()))
                        .filter(it -> it.channel().equals(channel.toString())));
        known.ifPresent(attempt -> {
            attempts.heard(attempt, said.providerId(), said.status(), said.code());
            if (said.gone()) {
                attempts.gone(attempt.notificationId(), attempt.attempt());
            }
        });
        return known.map(attempt -> answers(attempt, channel, said)).orElseGet(List::of);
    }

    private static List<Answer> answers(Attempts.Known known, MessageChannel channel, Sent said) {
        List<Answer> answers = new ArrayList<>();
        if (said.status() != DeliveryStatus.DISPATCHED) {
            answers.add(Answer.of(
                    "delivery",
                    new RecordDelivery(
                            known.notificationId(), known.attempt(), said.status(), said.providerId(), said.code())));
        }
        if (said.optedOut()) {
            answers.add(Answer.of(
                    "opted-out", new ChangeConsent(known.patientId(), channel, Consent.WITHDRAWN, channel.toString())));
        }
        return answers;
    }

    /** Our own name of an attempt. */
    public record Name(String notificationId, int attempt) {

        /** The name, where both parts were given and make sense. */
        public static Optional<Name> of(String notificationId, String attempt) {
            boolean whole = notificationId != null && attempt != null && attempt.matches("[1-9]");
            return whole ? Optional.of(new Name(notificationId, Integer.parseInt(attempt))) : Optional.empty();
        }
    }
}
