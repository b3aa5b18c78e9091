package carequeue.app.kill;

import carequeue.app.kill.Http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Orders something of any node, again and again under the same key until somebody answers. */
final class Customer {

    private static final String USER = "manager";
    private static final Set<String> AGAIN = Set.of("still-running", "concurrent");
    private static final long GIVES_UP = TimeUnit.MINUTES.toNanos(4);

    private final List<Node> nodes;
    private final Tally tally;
    private final Pace pace;
    private final Random random;

    Customer(List<Node> nodes, Tally tally, Pace pace, long seed) {
        this.nodes = nodes;
        this.tally = tally;
        this.pace = pace;
        this.random = new Random(seed);
    }

    /** The answer, or null where it was refused or nobody answered for minutes; both are counted. */
    Reply order(String path, String body) {
        pace.next();
        tally.attempted.increment();
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        long began = System.nanoTime();
        while (System.nanoTime() - began < GIVES_UP && !Thread.currentThread().isInterrupted()) {
            Reply reply = sent(path, body, key);
            if (reply != null && reply.status() < 300) {
                tally.acknowledged.increment();
                tally.longestMillis.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
                return reply;
            } else if (reply != null && !again(reply)) {
                tally.refused(path + " answered " + reply.status() + " " + reply.body());
                return null;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(200)));
        }
        tally.unknown.increment();
        return null;
    }

    private Reply sent(String path, String body, String key) {
        try {
            tally.sent.increment();
            return Http.post(anyNode() + path, USER, body, key);
        } catch (IOException e) {
            tally.trouble(e.getClass().getSimpleName());
            return null;
        }
    }

    private boolean again(Reply reply) {
        String type = reply.body().path("type").asText().replaceFirst(".*:", "");
        tally.trouble(reply.status() + " " + type);
        return reply.status() >= 500 || AGAIN.contains(type);
    }

    /** What stands at a path on some node, or null where it cannot be read just now. */
    JsonNode read(String path) {
        try {
            Reply reply = Http.get(anyNode() + path, USER);
            return reply.status() == 200 ? reply.body() : null;
        } catch (IOException e) {
            return null;
        }
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String anyNode() {
        return nodes.get(random.nextInt(nodes.size())).origin();
    }
}
