package carequeue.app.web;

import carequeue.api.Refused;
import carequeue.store.Unreadable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error leaves as problem details, with a sentence that a person understands and nothing of the inside in it. */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** A field of an order that breaks a rule is 422; one of a question makes it a question that is not understood. */
    @ExceptionHandler(Refused.class)
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        ProblemDetail problem = Refusals.problem(refused);
        if (refused instanceof Refused.BadField && "GET".equals(request.getMethod())) {
            problem.setStatus(HttpStatus.BAD_REQUEST);
            problem.setTitle(HttpStatus.BAD_REQUEST.getReasonPhrase());
        }
        return answer(problem);
    }

    @ExceptionHandler({ConcurrencyException.class, AggregateStreamCreationException.class})
    ResponseEntity<ProblemDetail> concurrent() {
        return answer(Problem.of(
                HttpStatus.CONFLICT, "concurrent", "Somebody else changed this at the same moment: look again."));
    }

    @ExceptionHandler(AggregateNotFoundException.class)
    ResponseEntity<ProblemDetail> unknown() {
        return answer(Problem.of(HttpStatus.NOT_FOUND, "not-found", "What was named does not exist."));
    }

    /** Anything else: looked through for a known cause first, since messages may arrive wrapped. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> other(Exception failure, HttpServletRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused(refused, request);
            } else if (cause instanceof ConcurrencyException) {
                return concurrent();
            } else if (cause instanceof Unreadable) {
                log.error("{} {}: {}", request.getMethod(), route(request), cause.getMessage());
                return newerVersion();
            } else if (Unavailable.is(cause)) {
                log.warn("{} {}: the database does not answer", request.getMethod(), route(request));
                return unavailable();
            }
        }
        // The message may hold what was sent; only the kind of the failure and its place are told.
        log.error("{} {}: {}", request.getMethod(), route(request), Traces.withoutMessages(failure));
        return answer(Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here; it has been noted."));
    }

    private static ResponseEntity<ProblemDetail> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "CareQueue cannot answer now; try again shortly."));
    }

    private static ResponseEntity<ProblemDetail> newerVersion() {
        return answer(Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "newer-version",
                "A newer version of CareQueue has worked on this; it can be used again when this one is updated."));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static Object route(HttpServletRequest request) {
        return request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Refused.BadField.Field> fields = e.getBindingResult().getFieldErrors().stream()
                .map(Problems::field)
                .toList();
        ProblemDetail problem =
                Problem.of(HttpStatus.BAD_REQUEST, "malformed", "Some fields are missing or have the wrong form.");
        problem.setProperty("errors", fields);
        return ResponseEntity.badRequest().body(problem);
    }

    private static Refused.BadField.Field field(FieldError error) {
        String pointer =
                "/" + error.getField().replace('.', '/').replace("[", "/").replace("]", "");
        // A rule over several fields has a name of its own, which the body does not know: it speaks of what holds them.
        boolean ofSeveral = "AssertTrue".equals(error.getCode());
        return new Refused.BadField.Field(
                ofSeveral ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer, error.getDefaultMessage());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(Malformed.problem(e));
    }

    @Override
    protected ResponseEntity<Object> handleErrorResponseException(
            ErrorResponseException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // What the framework says may repeat what was sent; what we say ourselves does not.
        String sentence = e.getClass().getPackageName().startsWith("carequeue.")
                ? e.getBody().getDetail()
                : sentence(status);
        return ResponseEntity.status(status).headers(headers).body(Problem.of(status, slug(status), sentence));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status).headers(headers).body(Problem.of(status, slug(status), sentence(status)));
    }

    private static String slug(HttpStatusCode status) {
        return status.value() == 400
                ? "malformed"
                : HttpStatus.valueOf(status.value())
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
    }

    private static String sentence(HttpStatusCode status) {
        return status.value() == 400
                ? "The request is not understood."
                : HttpStatus.valueOf(status.value()).getReasonPhrase() + ".";
    }
}
