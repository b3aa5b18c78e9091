package carequeue.command.queue;

import static carequeue.command.queue.Stories.opened;

import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent.*;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.hamcrest.CustomTypeSafeMatcher;

/** A queue on the table of the tests, and what it refuses. */
abstract class QueueRules {

    static final QueueOpened OPENED = opened(CallingPolicy.DEFAULT);

    static FixtureConfiguration<Queue> clinic() {
        return Stories.fixture();
    }

    static CustomTypeSafeMatcher<Throwable> rule(String name) {
        return new CustomTypeSafeMatcher<>("refused by the rule " + name) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(name);
            }
        };
    }

    static CustomTypeSafeMatcher<Throwable> state(String name, String words) {
        return new CustomTypeSafeMatcher<>("refused in the state " + name + ", saying " + words) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.WrongState wrong
                        && wrong.state().equals(name)
                        && wrong.getMessage().contains(words);
            }
        };
    }
}
