package carequeue.sandbox.fault;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells how many calls have arrived, and starts counting anew. */
@RestController
public class CallsDoor {

    private final Calls calls;

    public CallsDoor(Calls calls) {
        this.calls = calls;
    }

    /** All calls since the start or the last reset. */
    public record Counted(long total, Map<String, Long> calls) {}

    @GetMapping("/calls")
    Counted counted() {
        Map<String, Long> counted = calls.counted();
        return new Counted(counted.values().stream().mapToLong(Long::longValue).sum(), counted);
    }

    @DeleteMapping("/calls")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        calls.reset();
    }
}
