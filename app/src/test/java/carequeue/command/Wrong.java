package carequeue.command;

import java.net.http.HttpClient;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks the house's rules on purpose, so that the test can see each rule bite. */
public interface Wrong {

    record KnowsQueries(carequeue.query.Wrong other) {}

    class InjectsFields {
        @Autowired
        Object field;
    }

    class LooksAtTheWall {
        Instant time() {
            return Instant.now();
        }
    }

    record CallsOut(HttpClient client) {}
}
