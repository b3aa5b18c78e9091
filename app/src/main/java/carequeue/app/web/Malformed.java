package carequeue.app.web;

import carequeue.api.Refused;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says where a body cannot be read, without repeating what stands there. */
final class Malformed {

    private Malformed() {}

    static ProblemDetail problem(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return Refusals.problem(refused);
            }
        }
        ProblemDetail problem =
                Problem.of(HttpStatus.BAD_REQUEST, "malformed", "The body is not the JSON that is expected here.");
        if (e.getCause() instanceof JsonMappingException json && !json.getPath().isEmpty()) {
            problem.setProperty(
                    "errors", List.of(new Refused.BadField.Field(pointer(json), "has the wrong form or is unknown")));
        }
        return problem;
    }

    private static String pointer(JsonMappingException json) {
        return json.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }
}
