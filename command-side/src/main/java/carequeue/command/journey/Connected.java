package carequeue.command.journey;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which outside services are connected: nobody waits for one that is not. */
@Component
public class Connected {

    private final boolean payer;

    Connected(@Value("${carequeue.payer.connected:#{!'${carequeue.payer.url:}'.isBlank()}}") boolean payer) {
        this.payer = payer;
    }

    /** Whether a payer can answer; without one the question goes to the worklist and the check-in goes on at once. */
    boolean payer() {
        return payer;
    }
}
