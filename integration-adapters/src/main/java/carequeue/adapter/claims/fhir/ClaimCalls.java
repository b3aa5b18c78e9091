package carequeue.adapter.claims.fhir;

import static carequeue.adapter.claims.ClaimService.CLAIMS;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import carequeue.adapter.access.Access;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.HttpFailure;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.RetryAfter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** The calls to a payer's FHIR server: who we are, what it offers, and failures told apart without what it said. */
final class ClaimCalls {

    private final Access access;
    private final IGenericClient client;
    private final Clock clock;
    private volatile Boolean submits;

    ClaimCalls(ClaimSettings settings, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .build();
        this.access = new Access(CLAIMS, settings.access(), http, clock);
        this.client = client(settings);
        this.clock = clock;
    }

    /** What the server says of itself is asked once; one that says nothing is taken at R4's word. */
    boolean submits(Guard guard) {
        if (submits == null) {
            submits = guard.callAgain(this::said)
                    .map(said -> said.getRest().stream()
                            .flatMap(rest -> rest.getResource().stream())
                            .filter(resource -> resource.getType().equals("Claim"))
                            .flatMap(resource -> resource.getOperation().stream())
                            .anyMatch(operation ->
                                    operation.getName().replace("$", "").endsWith("submit")))
                    .orElse(true);
        }
        return submits;
    }

    private Optional<CapabilityStatement> said() {
        try {
            return Optional.of(make(server ->
                    server.capabilities().ofType(CapabilityStatement.class).execute()));
        } catch (OutsideFailure.NotThere silent) {
            return Optional.empty();
        }
    }

    Bundle found(String url) {
        return make(
                server -> server.search().byUrl(url).returnBundle(Bundle.class).execute());
    }

    /** Makes a call, as often as it takes to be let in. */
    <T> T make(Function<IGenericClient, T> call) {
        LetIn letIn = new LetIn();
        try {
            return again(call, letIn);
        } catch (FhirClientConnectionException e) {
            throw new OutsideFailure.Unavailable(CLAIMS, "does not answer");
        } catch (BaseServerResponseException e) {
            throw HttpFailure.of(CLAIMS, e.getStatusCode(), RetryAfter.read(letIn.after, clock.instant()));
        } catch (DataFormatException e) {
            throw new OutsideFailure.Unavailable(CLAIMS, "answered what is no FHIR");
        }
    }

    /** A token that was refused is renewed once. */
    private <T> T again(Function<IGenericClient, T> call, LetIn letIn) {
        IGenericClient own = client.getFhirContext().getRestfulClientFactory().newGenericClient(client.getServerBase());
        own.registerInterceptor(letIn);
        var used = access.headers();
        try {
            return call.apply(own);
        } catch (AuthenticationException refused) {
            if (!access.renew(used)) {
                throw refused;
            }
            return call.apply(own);
        }
    }

    private static IGenericClient client(ClaimSettings settings) {
        FhirContext fhir = FhirContext.forR4();
        fhir.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        var factory = fhir.getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setConnectTimeout((int) settings.connectTimeout().toMillis());
        factory.setSocketTimeout((int) settings.readTimeout().toMillis());
        return factory.newGenericClient(settings.url());
    }

    /** Puts into a call what lets it in, and hears when the payer wants to be left alone. */
    private final class LetIn implements IClientInterceptor {

        private volatile String after;

        @Override
        public void interceptRequest(IHttpRequest request) {
            access.headers().forEach((name, value) -> {
                request.removeHeaders(name);
                request.addHeader(name, value);
            });
        }

        @Override
        public void interceptResponse(IHttpResponse response) {
            after = response.getHeaders("retry-after").stream().findFirst().orElse(null);
        }
    }
}
