package carequeue.query.live;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** What was written is not visible yet, although it was waited for. */
public class NotYetVisible extends ErrorResponseException {

    NotYetVisible(long position) {
        super(HttpStatus.SERVICE_UNAVAILABLE);
        setTitle("Not yet visible");
        setDetail("The view has not reached position " + position + " yet. Ask again in a moment.");
        HttpHeaders headers = getHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "1");
    }
}
