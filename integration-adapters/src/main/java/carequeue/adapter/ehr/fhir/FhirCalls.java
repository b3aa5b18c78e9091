package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.exceptions.FhirClientConnectionException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.function.Function;

/** Makes the calls: one client, its timeouts, the guard around each call, and failures told apart without what the server said. */
final class FhirCalls {

    private final Guard guard;
    private final IGenericClient client;

    FhirCalls(EhrSettings settings, Guard guard) {
        this.guard = guard;
        this.client = client(settings);
    }

    /** Calls once. */
    <T> T call(Function<IGenericClient, T> call) {
        return guard.call(() -> translated(call));
    }

    /** Reads for somebody who waits. */
    <T> T ask(Function<IGenericClient, T> call) {
        return guard.callAgain(() -> translated(call));
    }

    /** Calls without the guard, which the caller stands around it. */
    <T> T unguarded(Function<IGenericClient, T> call) {
        return translated(call);
    }

    Guard guard() {
        return guard;
    }

    private <T> T translated(Function<IGenericClient, T> call) {
        try {
            return call.apply(client);
        } catch (FhirClientConnectionException e) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "does not answer");
        } catch (BaseServerResponseException e) {
            throw failure(e.getStatusCode());
        } catch (DataFormatException e) {
            throw new OutsideFailure.Unavailable(EhrService.EHR, "answered what is no FHIR");
        }
    }

    /** 409 and 412 are conflicts of versions; a busy, locked or failing server may recover; the rest is refused for good. */
    static OutsideFailure failure(int status) {
        String what = "answered " + status;
        return switch (status) {
            case 409, 412 -> new OutsideFailure.Conflicting(EhrService.EHR, what);
            case 404, 410 -> new OutsideFailure.NotThere(EhrService.EHR, what);
            case 0, 408, 423, 425, 429 -> new OutsideFailure.Unavailable(EhrService.EHR, what);
            default ->
                status >= 500
                        ? new OutsideFailure.Unavailable(EhrService.EHR, what)
                        : new OutsideFailure.Rejected(EhrService.EHR, what);
        };
    }

    // Nothing is asked of the server at start, so that CareQueue starts while the EHR is down; values that cannot be
    // read are left out silently, so that none of them gets into a log, and are then missed by name.
    private static IGenericClient client(EhrSettings settings) {
        if (settings.url() == null || settings.url().isBlank()) {
            throw new IllegalStateException("carequeue.ehr.url is not set: it is the FHIR base address of the EHR");
        }
        FhirContext fhir = FhirContext.forR4();
        fhir.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        var factory = fhir.getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setConnectTimeout((int) settings.connectTimeout().toMillis());
        factory.setConnectionRequestTimeout((int) settings.connectTimeout().toMillis());
        factory.setSocketTimeout((int) settings.readTimeout().toMillis());
        factory.setPoolMaxTotal(64);
        factory.setPoolMaxPerRoute(64);
        return factory.newGenericClient(settings.url());
    }
}
