package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** A JSON Patch (RFC 6902) as Oracle's servers take it: on a version, and only of the paths that they name. */
record JsonPatch(List<Change> changes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One replacement. */
    record Change(String path, String value) {}

    static JsonPatch read(String body, Set<String> paths) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode step : tree(body)) {
            String op = step.path("op").asText();
            String path = step.path("path").asText();
            if (!Set.of("replace", "add").contains(op) || !paths.contains(path)) {
                throw new UnprocessableEntityException("The operation " + op + " of " + path + " is not supported");
            }
            changes.add(new Change(path, step.path("value").asText()));
        }
        if (changes.isEmpty()) {
            throw new InvalidRequestException("A patch without operations");
        }
        return new JsonPatch(changes);
    }

    /** Without a version it is refused by 412, on an older one by 409. */
    static void onVersion(String ifMatch, Resource now) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionFailedException("If-Match is required");
        }
        String version = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        if (!version.equals(now.getMeta().getVersionId())) {
            throw new ResourceVersionConflictException(
                    "The version is " + now.getMeta().getVersionId());
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException("The patch is no JSON");
        }
    }
}
