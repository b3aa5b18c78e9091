package carequeue.adapter.sms.twilio;

import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.message.Attempts;
import carequeue.adapter.message.Standing;
import carequeue.adapter.message.Stops;
import carequeue.adapter.message.Word;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.patient.PatientCommand.ChangeConsent;
import carequeue.api.patient.Preferences.Consent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes in what Twilio told us: what became of a message, and who said STOP or START. */
@Component
class TwilioWords implements Inbound {

    private final Word word;
    private final Attempts attempts;
    private final Stops stops;
    private final Standing standing;

    TwilioWords(Word word, Attempts attempts, Stops stops, Standing standing) {
        this.word = word;
        this.attempts = attempts;
        this.stops = stops;
        this.standing = standing;
    }

    @Override
    public String service() {
        return TwilioDoor.SERVICE;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        TwilioForm form = TwilioForm.of(envelope.body());
        return envelope.type().equals("message") ? answered(form) : status(form, envelope);
    }

    private List<Answer> status(TwilioForm form, Envelope envelope) {
        Optional<DeliveryStatus> status = TwilioStatus.of(form.status())
                .orElseThrow(() -> new OutsideFailure.Rejected(TwilioDoor.SERVICE, "told a status that nobody knows"))
                .ours();
        var ours = Word.Name.of(
                envelope.headers().get("message"), envelope.headers().get("attempt"));
        String code = form.get("ErrorCode");
        return status.map(s -> word.of(MessageChannel.SMS, ours, TwilioFailures.word(form.messageSid(), s, code)))
                .orElseGet(List::of);
    }

    private List<Answer> answered(TwilioForm form) {
        String from = form.get("From");
        if (form.stops()) {
            stops.stop(MessageChannel.SMS, from);
            return consents(from, Consent.WITHDRAWN);
        } else if (form.starts()) {
            stops.start(MessageChannel.SMS, from);
            return consents(from, Consent.GIVEN);
        }
        return List.of();
    }

    // A yes only takes back the patient's own no: who never said anything by telephone has said nothing now.
    private List<Answer> consents(String from, Consent consent) {
        return attempts.patients(MessageChannel.SMS, from).stream()
                .filter(patient -> consent == Consent.WITHDRAWN || saidNo(patient))
                .map(patient -> Answer.of(
                        "consent:" + patient,
                        new ChangeConsent(patient, MessageChannel.SMS, consent, MessageChannel.SMS.toString())))
                .toList();
    }

    private boolean saidNo(String patientId) {
        return standing.preferences(patientId).consents().get(MessageChannel.SMS) == Consent.WITHDRAWN;
    }
}
