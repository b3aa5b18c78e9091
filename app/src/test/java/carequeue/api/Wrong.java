package carequeue.api;

import org.springframework.core.env.Environment;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsSpring(Environment environment) {}
}
