package carequeue.command.door;

import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/**
 * What came of an order.
 *
 * @param value what the order answered, or null
 * @param position the position in history after which the outcome is visible
 */
public record Outcome<R>(R value, long position) {

    /** The header that tells after which position the outcome is visible. */
    public static final String POSITION = "X-Event-Position";

    /** {@code 200} with the outcome, {@code 204} when there is none. */
    public ResponseEntity<R> ok() {
        return value == null
                ? with(ResponseEntity.noContent()).build()
                : with(ResponseEntity.ok()).body(value);
    }

    /** {@code 202} without a body. */
    public ResponseEntity<Void> accepted() {
        return with(ResponseEntity.accepted()).build();
    }

    /** {@code 201} with the place of what came to be. */
    public <B> ResponseEntity<B> created(String path, Function<R, B> body) {
        return with(ResponseEntity.created(URI.create(path))).body(body.apply(value));
    }

    private <T extends ResponseEntity.HeadersBuilder<?>> T with(T answer) {
        answer.header(POSITION, Long.toString(position));
        return answer;
    }
}
