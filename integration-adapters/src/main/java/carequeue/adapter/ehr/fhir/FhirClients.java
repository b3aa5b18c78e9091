package carequeue.adapter.ehr.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.IRestfulClientFactory;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import carequeue.adapter.ehr.EhrSettings;
import org.apache.http.impl.client.HttpClientBuilder;

/** Makes HAPI's clients, which share one pool of connections. */
final class FhirClients {

    private FhirClients() {}

    // Nothing is asked of the server at start, so that CareQueue starts while the EHR is down; values that cannot be
    // read are left out silently, so that none of them gets into a log, and are then missed by name.
    static IRestfulClientFactory of(EhrSettings settings) {
        if (settings.url() == null || settings.url().isBlank()) {
            throw new IllegalStateException("carequeue.ehr.url is not set: it is the FHIR base address of the EHR");
        }
        // Of our own: the cached one of HAPI is shared with whoever else is in the process.
        FhirContext fhir = FhirContext.forR4();
        fhir.setParserErrorHandler(new LenientErrorHandler(false).disableAllErrors());
        var factory = new Connections(fhir);
        // HAPI makes its calls by the factory of the context, whichever made the client.
        fhir.setRestfulClientFactory(factory);
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        factory.setConnectTimeout((int) settings.connectTimeout().toMillis());
        factory.setConnectionRequestTimeout((int) settings.connectTimeout().toMillis());
        factory.setSocketTimeout((int) settings.readTimeout().toMillis());
        factory.setPoolMaxTotal(64);
        factory.setPoolMaxPerRoute(64);
        return factory;
    }

    /** Connections that take no redirection, since it would carry our token to wherever it points. */
    private static final class Connections extends ApacheRestfulClientFactory {
        private final FhirContext fhir;

        Connections(FhirContext fhir) {
            super(fhir);
            this.fhir = fhir;
        }

        @Override
        protected HttpClientBuilder getHttpClientBuilder() {
            return HttpClientBuilder.create()
                    .disableRedirectHandling()
                    .addInterceptorLast(new UnknownResources(fhir.getResourceTypes()));
        }
    }
}
