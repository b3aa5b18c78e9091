package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.client.exceptions.NonFhirResponseException;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.oauth.AccessTokens;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Makes the calls: its timeouts, our token, the guard around each call, and failures told apart without what the server said. */
final class FhirCalls {

    private final String url;
    private final Guard guard;
    private final Optional<AccessTokens> tokens;
    private final Clock clock;
    private final IRestfulClientFactory clients;
    private volatile String otherVersion;

    FhirCalls(EhrSettings settings, Guard guard, Optional<AccessTokens> tokens, Clock clock) {
        this.url = settings.url();
        this.guard = guard;
        this.tokens = tokens;
        this.clock = clock;
        this.clients = FhirClients.of(settings);
    }

    /** Calls once. */
    <T> T call(Function<IGenericClient, T> call) {
        return guard.call(() -> authorised(call));
    }

    /** Reads for somebody who waits. */
    <T> T ask(Function<IGenericClient, T> call) {
        return guard.callAgain(() -> authorised(call));
    }

    /** Calls without the guard, which the caller stands around it, and shows who we are only where the server asks. */
    <T> T openlyOrKnown(Function<IGenericClient, T> call) {
        try {
            return attempt(null, call);
        } catch (AuthenticationException asksWhoWeAre) {
            String token = tokens.map(AccessTokens::get).orElse(null);
            return translated(token, call);
        } catch (OutsideFailure.Rejected closed) {
            if (tokens.isEmpty()) {
                throw closed;
            }
            return translated(tokens.get().get(), call);
        }
    }

    /** Whether we are given a token, where one is needed; without the guard. */
    void checkToken() {
        tokens.ifPresent(AccessTokens::get);
    }

    /** From now on everything is refused with this sentence; null: nothing is. */
    void refuse(String sentence) {
        otherVersion = sentence;
    }

    Guard guard() {
        return guard;
    }

    /** A token that the server does not take is renewed once, and the call repeated once. */
    private <T> T authorised(Function<IGenericClient, T> call) {
        if (otherVersion != null) {
            throw new OutsideFailure.Rejected(EhrService.EHR, otherVersion);
        }
        if (tokens.isEmpty()) {
            return translated(null, call);
        }
        String token = tokens.get().get();
        try {
            return attempt(token, call);
        } catch (AuthenticationException notTaken) {
            tokens.get().spent(token);
            return translated(tokens.get().get(), call);
        }
    }

    private <T> T translated(String token, Function<IGenericClient, T> call) {
        try {
            return attempt(token, call);
        } catch (AuthenticationException e) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "answered 401");
        }
    }

    private <T> T attempt(String token, Function<IGenericClient, T> call) {
        var company = new Company(token);
        IGenericClient client = clients.newGenericClient(url);
        client.registerInterceptor(company);
        try {
            return call.apply(client);
        } catch (AuthenticationException e) {
            throw e;
        } catch (FhirClientConnectionException e) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not answer");
        } catch (NonFhirResponseException e) {
            // A page of whoever stands before the server says nothing of what was asked.
            throw e.getStatusCode() / 100 == 2
                    ? new OutsideFailure.Unavailable(EhrService.EHR, "answered what is no FHIR")
                    : failure(e.getStatusCode(), company.retryAfter(clock.instant()));
        } catch (BaseServerResponseException e) {
            throw failure(e.getStatusCode(), company.retryAfter(clock.instant()));
        } catch (DataFormatException e) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "answered what is no FHIR");
        }
    }

    /** 409 and 412 are conflicts of versions; a busy, locked or failing server may recover; the rest is refused for good. */
    static OutsideFailure failure(int status, Duration after) {
        String what = "answered " + status;
        return switch (status) {
            case 409, 412 -> new OutsideFailure.Conflicting(EhrService.EHR, what);
            case 404, 410 -> new OutsideFailure.NotThere(EhrService.EHR, what);
            // 304: we name no version that we have, so it answers somebody else's question.
            case 0, 304, 408, 423, 425, 429 -> new OutsideFailure.Unavailable(EhrService.EHR, what, after);
            case 428 -> new OutsideFailure.Rejected(EhrService.EHR, what + ": our request names no version");
            default ->
                status >= 500
                        ? new OutsideFailure.Unavailable(EhrService.EHR, what, after)
                        : new OutsideFailure.Rejected(EhrService.EHR, what);
        };
    }
}
