package carequeue.api;

import java.util.UUID;
import org.springframework.core.env.Environment;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsSpring(Environment environment) {}

    /** In an aggregate it would be as wrong, but would be taken for one by the application. */
    class Guesses {
        UUID id() {
            return UUID.randomUUID();
        }
    }
}
