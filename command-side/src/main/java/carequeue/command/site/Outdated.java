package carequeue.command.site;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What was to be changed is not any more what the caller had read. */
class Outdated extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    Outdated(int version) {
        super(
                HttpStatus.PRECONDITION_FAILED,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.PRECONDITION_FAILED,
                        "This was changed meanwhile: it is at version " + version + "; look again."),
                null);
    }
}
