package carequeue.adapter.payer.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import carequeue.adapter.access.Access;
import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.resilience.HttpFailure;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.RetryAfter;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.Parameters;

/** Makes the calls to a FHIR payer and tells failures apart without what the server said. */
final class PayerCalls {

    private static final String ANSWER = "CoverageEligibilityResponse";

    private final String service;
    private final Access access;
    private final Clock clock;
    private final IGenericClient client;

    PayerCalls(String service, PayerLine line, Access access, Clock clock) {
        this.service = service;
        this.access = access;
        this.clock = clock;
        this.client = client(line);
    }

    /** Whether the server takes a question and answers it in one call. */
    boolean offersSubmit() {
        CapabilityStatement said = call(server ->
                server.capabilities().ofType(CapabilityStatement.class).execute());
        if (said.hasFhirVersion() && !said.getFhirVersion().toCode().startsWith("4.")) {
            throw new OutsideFailure.Rejected(
                    service, "speaks FHIR " + said.getFhirVersion().toCode() + ", not R4");
        }
        return said.getRest().stream()
                .flatMap(rest -> rest.getResource().stream())
                .filter(resource -> resource.getType().equals("CoverageEligibilityRequest"))
                .flatMap(resource -> resource.getOperation().stream())
                .anyMatch(operation -> operation.getName().replace("$", "").endsWith("submit"));
    }

    /** The answer, of which nothing but that it is queued may be known; null when it came without one. */
    CoverageEligibilityResponse submit(CoverageEligibilityRequest request) {
        return call(server -> answerIn(server.operation()
                .onType(CoverageEligibilityRequest.class)
                .named("$submit")
                .withParameter(Parameters.class, "resource", request)
                .returnMethodOutcome()
                .execute()
                .getResource()));
    }

    /** The name of the question there; put again, it is the same. */
    String create(CoverageEligibilityRequest request) {
        String identifier = request.getIdentifierFirstRep().getValue();
        MethodOutcome made = call(server -> server.create()
                .resource(request)
                .conditional()
                .where(CoverageEligibilityRequest.IDENTIFIER
                        .exactly()
                        .systemAndIdentifier(request.getIdentifierFirstRep().getSystem(), identifier))
                .execute());
        // Some answer with the resource and no Location.
        var id = made.getId() != null || made.getResource() == null
                ? made.getId()
                : made.getResource().getIdElement();
        if (id == null || !id.hasIdPart()) {
            throw new OutsideFailure.Unavailable(service, "took a question and did not name it");
        }
        return "CoverageEligibilityRequest/" + id.getIdPart();
    }

    /** What the payer says by now to a question that it has; null while there is nothing. */
    CoverageEligibilityResponse answerTo(String there) {
        String id = there.substring(there.lastIndexOf('/') + 1);
        if (there.contains(ANSWER + "/")) {
            return call(server -> server.read()
                    .resource(CoverageEligibilityResponse.class)
                    .withId(id)
                    .execute());
        }
        Bundle found = call(server -> server.search()
                .forResource(CoverageEligibilityResponse.class)
                .where(new ReferenceClientParam("request").hasId("CoverageEligibilityRequest/" + id))
                .returnBundle(Bundle.class)
                .execute());
        return answers(found)
                .max(Comparator.comparing(
                        CoverageEligibilityResponse::getCreated, Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    private static CoverageEligibilityResponse answerIn(IBaseResource given) {
        if (given instanceof Parameters parameters) {
            return parameters.getParameter().stream()
                    .map(part -> answerIn(part.getResource()))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return given instanceof Bundle bundle
                ? answers(bundle).findFirst().orElse(null)
                : given instanceof CoverageEligibilityResponse answer ? answer : null;
    }

    private static Stream<CoverageEligibilityResponse> answers(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(CoverageEligibilityResponse.class::isInstance)
                .map(CoverageEligibilityResponse.class::cast);
    }

    private <T> T call(Function<IGenericClient, T> call) {
        Entering entering = new Entering(access.headers());
        try {
            return translated(call, entering);
        } catch (OutsideFailure refused) {
            if (entering.status == 401 && access.renew(entering.headers)) {
                return translated(call, new Entering(access.headers()));
            }
            throw refused;
        }
    }

    private <T> T translated(Function<IGenericClient, T> call, Entering entering) {
        IGenericClient own = client.getFhirContext().getRestfulClientFactory().newGenericClient(client.getServerBase());
        own.registerInterceptor(entering);
        try {
            return call.apply(own);
        } catch (FhirClientConnectionException e) {
            throw new OutsideFailure.Unavailable(service, "does not answer");
        } catch (BaseServerResponseException e) {
            throw HttpFailure.of(service, e.getStatusCode(), RetryAfter.read(entering.after, clock.instant()));
        } catch (DataFormatException e) {
            throw new OutsideFailure.Unavailable(service, "answered what is no FHIR");
        }
    }

    private static IGenericClient client(PayerLine line) {
        FhirContext fhir = FhirContext.forR4();
        fhir.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        var factory = fhir.getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setConnectTimeout((int) line.connectTimeout().toMillis());
        factory.setConnectionRequestTimeout((int) line.connectTimeout().toMillis());
        factory.setSocketTimeout((int) line.readTimeout().toMillis());
        factory.setPoolMaxTotal(32);
        factory.setPoolMaxPerRoute(32);
        return factory.newGenericClient(line.url());
    }

    /** Lets one call in and sees whether it was let in. */
    private static final class Entering implements IClientInterceptor {

        private final Map<String, String> headers;
        private volatile int status;
        private volatile String after;

        Entering(Map<String, String> headers) {
            this.headers = headers;
        }

        @Override
        public void interceptRequest(IHttpRequest request) {
            headers.forEach(request::addHeader);
        }

        @Override
        public void interceptResponse(IHttpResponse response) {
            status = response.getStatus();
            after = response.getHeaders("retry-after").stream().findFirst().orElse(null);
        }
    }
}
