package carequeue.app.web;

import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes RFC 9457 problem details with a stable type. */
public final class Problem {

    private Problem() {}

    /** A problem; its type is {@code urn:carequeue:problem:<slug>} and never changes. */
    public static ProblemDetail of(HttpStatusCode status, String slug, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setType(URI.create("urn:carequeue:problem:" + slug));
        return problem;
    }
}
