package carequeue.adapter.claims;

import carequeue.adapter.claims.clearinghouse.Reading;
import carequeue.adapter.inbound.Envelope;
import carequeue.adapter.inbound.Inbound;
import carequeue.adapter.outbox.Answer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in one stored file: each claim in it is answered by itself, each file once. */
@Component
public class ClaimFiles implements Inbound {

    private final Reading reading;
    private final Told told;

    public ClaimFiles(Reading reading, Told told) {
        this.reading = reading;
        this.told = told;
    }

    @Override
    public String service() {
        return ClaimService.CLAIMS;
    }

    @Override
    public List<Answer> take(Envelope envelope) {
        String source = "file:" + envelope.id();
        return told.of(source, reading.words(source, envelope.text()));
    }
}
