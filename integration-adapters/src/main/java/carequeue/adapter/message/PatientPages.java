package carequeue.adapter.message;

import carequeue.api.Sealing;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The links to patients' own pages, made at the moment of sending, so that they stand in no event. */
@Component
public class PatientPages {

    private final Sealing sealing;
    private final PublicAddress ours;

    public PatientPages(Sealing sealing, PublicAddress ours) {
        this.sealing = sealing;
        this.ours = ours;
    }

    /** The link; a message without a visit has none. */
    public Optional<String> of(Outgoing message) {
        return Optional.ofNullable(message.said().visitId())
                .map(visit -> ours.of(Links.PATH + Links.code(sealing, message.said()))
                        .toString());
    }
}
