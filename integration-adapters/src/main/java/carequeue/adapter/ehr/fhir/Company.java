package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import carequeue.adapter.resilience.RetryAfter;
import java.time.Duration;
import java.time.Instant;

/** Goes with one call: shows who we are, and notes for how long the server wants to be left alone. */
final class Company implements IClientInterceptor {

    private final String token;
    private String retryAfter;

    /** @param token null where nobody asks who we are */
    Company(String token) {
        this.token = token;
    }

    @Override
    public void interceptRequest(IHttpRequest request) {
        if (token != null) {
            request.addHeader("Authorization", "Bearer " + token);
        }
    }

    @Override
    public void interceptResponse(IHttpResponse response) {
        retryAfter = response.getHeaders("retry-after").stream().findFirst().orElse(null);
    }

    Duration retryAfter(Instant now) {
        return RetryAfter.read(retryAfter, now);
    }
}
