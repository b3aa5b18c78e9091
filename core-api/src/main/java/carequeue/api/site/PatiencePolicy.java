package carequeue.api.site;

import java.time.Duration;

/**
 * How long a check-in waits before it goes on without the answer.
 *
 * @param machine for the EHR and the payer, in each step
 * @param person for somebody to pay, to confirm a card or to answer a question
 */
public record PatiencePolicy(String name, int version, Duration machine, Duration person) implements Policy {

    /** The values a site starts with. */
    public static final PatiencePolicy DEFAULT =
            new PatiencePolicy("patience", 1, Duration.ofSeconds(2), Duration.ofSeconds(120));

    public PatiencePolicy {
        Given.positive("/machine", machine);
        Given.positive("/person", person);
    }
}
