package carequeue.app.web;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY;

import carequeue.api.Refused;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Says a refusal of the clinic's rules as problem details. */
final class Refusals {

    private Refusals() {}

    static ProblemDetail problem(Refused refused) {
        if (refused instanceof Refused.NotFound) {
            return of(NOT_FOUND, "not-found", refused);
        } else if (refused instanceof Refused.WrongState e) {
            return with(of(CONFLICT, "wrong-state", refused), "state", e.state());
        } else if (refused instanceof Refused.AgainstRule e) {
            return with(of(UNPROCESSABLE_ENTITY, "against-rule", refused), "rule", e.rule());
        } else if (refused instanceof Refused.BadField e) {
            return with(of(UNPROCESSABLE_ENTITY, "bad-field", refused), "errors", e.fields());
        } else if (refused instanceof Refused.AlreadyTaken e) {
            return with(with(of(CONFLICT, "already-taken", refused), "kind", e.kind()), "holder", e.holder());
        } else if (refused instanceof Refused.Alike e) {
            return with(
                    of(CONFLICT, "possible-duplicate", refused),
                    "candidates",
                    e.candidates().stream().map(id -> Map.of("patientId", id)).toList());
        } else if (refused instanceof Refused.NotAllowed) {
            return of(FORBIDDEN, "not-allowed", refused);
        } else if (refused instanceof Refused.KeyReused) {
            return of(UNPROCESSABLE_ENTITY, "idempotency-key-reused", refused);
        } else if (refused instanceof Refused.StillRunning) {
            return of(CONFLICT, "still-running", refused);
        }
        return of(UNPROCESSABLE_ENTITY, "refused", refused);
    }

    private static ProblemDetail of(HttpStatus status, String slug, Refused refused) {
        return Problem.of(status, slug, refused.getMessage());
    }

    private static ProblemDetail with(ProblemDetail problem, String name, Object value) {
        problem.setProperty(name, value);
        return problem;
    }
}
