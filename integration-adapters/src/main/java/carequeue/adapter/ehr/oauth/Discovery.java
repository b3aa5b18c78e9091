package carequeue.adapter.ehr.oauth;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Asks a FHIR server where its tokens are given: by SMART's well-known document, or by its CapabilityStatement. */
final class Discovery {

    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private final String base;
    private final JsonCalls calls;
    private volatile Endpoint found;

    Discovery(String base, JsonCalls calls) {
        this.base = base.replaceAll("/+$", "");
        this.calls = calls;
    }

    /** The endpoint, asked for once. */
    Endpoint endpoint() {
        if (found == null) {
            found = wellKnown()
                    .or(this::byCapabilities)
                    .orElseThrow(() -> new OutsideFailure.Rejected(
                            EhrService.EHR, "does not say where tokens are given: set CAREQUEUE_EHR_TOKEN_URL"));
        }
        return found;
    }

    /** It may have moved. */
    void forget() {
        found = null;
    }

    private Optional<Endpoint> wellKnown() {
        return calls.get(base + "/.well-known/smart-configuration").flatMap(said -> {
            Set<String> methods = new HashSet<>();
            said.path("token_endpoint_auth_methods_supported").forEach(method -> methods.add(method.asText()));
            return absolute(said.path("token_endpoint")).map(url -> new Endpoint(url, methods));
        });
    }

    private Optional<Endpoint> byCapabilities() {
        return calls.get(base + "/metadata")
                .flatMap(said -> StreamSupport.stream(said.path("rest").spliterator(), false)
                        .flatMap(rest -> extension(rest.path("security"), OAUTH_URIS).stream())
                        .findFirst())
                .flatMap(uris -> extension(uris, "token"))
                .flatMap(token -> absolute(token.path("valueUri")))
                .map(url -> new Endpoint(url, Set.of()));
    }

    private static Optional<JsonNode> extension(JsonNode within, String url) {
        return StreamSupport.stream(within.path("extension").spliterator(), false)
                .filter(extension -> url.equals(extension.path("url").asText()))
                .findFirst();
    }

    private Optional<String> absolute(JsonNode url) {
        try {
            return url.isTextual() && !url.asText().isBlank()
                    ? Optional.of(sealed(
                            base, URI.create(base + "/").resolve(url.asText().strip())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // Our secret does not leave a sealed line for an open one because a document says so.
    static String sealed(String base, URI url) {
        if (base.startsWith("https:") && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new OutsideFailure.Rejected(EhrService.EHR, "names an address for tokens that is not https");
        }
        return url.toString();
    }
}
