package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;
import static carequeue.command.visit.VisitStories.DAY;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.time.Duration;

/** A visit on the table of the tests. */
abstract class VisitRules {

    static RequestCheckIn order(Channel channel, Integer acuity) {
        return new RequestCheckIn(
                "v1",
                "main",
                DAY,
                channel,
                "p1",
                null,
                true,
                "a1",
                "lab",
                null,
                null,
                acuity,
                Phi.of("cough"),
                Duration.ofSeconds(2));
    }
}
