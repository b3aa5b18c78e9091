package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** Answers a repeated call as the first one was answered; a key is remembered for a day. */
final class Replies {

    private static final long DAY = 86_400;

    private final Books books;

    Replies(Books books) {
        this.books = books;
    }

    /** What is answered. */
    record Reply(int status, ObjectNode body, boolean replayed) {}

    /** Carries the call out, or answers what an earlier one with this key was answered. */
    Reply once(String key, String words, Supplier<ObjectNode> call) {
        String id = "reply_" + key;
        ObjectNode known = key == null ? null : books.get(id);
        if (known != null && known.get("created").asLong() > books.now() - DAY) {
            return known.get("words").asText().equals(words)
                    ? new Reply(known.get("status").asInt(), (ObjectNode) known.get("body"), true)
                    : reply(ApiError.otherWords());
        }
        try {
            return kept(id, key, words, new Reply(200, call.get(), false));
        } catch (ApiError error) {
            return error.carriedOut ? kept(id, key, words, reply(error)) : reply(error);
        }
    }

    private Reply kept(String id, String key, String words, Reply reply) {
        if (key != null) {
            ObjectNode row = JsonNodeFactory.instance
                    .objectNode()
                    .put("object", "reply")
                    .put("created", books.now())
                    .put("words", words)
                    .put("status", reply.status());
            row.set("body", reply.body().deepCopy());
            books.put(id, row);
        }
        return reply;
    }

    private static Reply reply(ApiError error) {
        return new Reply(error.status, error.body(), false);
    }
}
