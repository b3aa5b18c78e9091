package carequeue.sandbox.ehr;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import carequeue.sandbox.oauth.Scopes;
import carequeue.sandbox.oauth.Tokens;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** Refuses what the vendor's server refuses, whoever asks without a token, and says in the CapabilityStatement what is left. */
public final class VendorRules {

    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";

    private final Flavour flavour;
    private final Tokens tokens;

    VendorRules(Flavour flavour, Tokens tokens) {
        this.flavour = flavour;
        this.tokens = tokens;
    }

    /** Before anything is done. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.METADATA) {
            return;
        }
        Set<String> scopes = scopes(request.getHeader("Authorization"));
        String type = request.getResourceName();
        // The next page of a search belongs to the search.
        if (type == null || operation == RestOperationTypeEnum.GET_PAGE) {
            return;
        }
        String code = operation == RestOperationTypeEnum.VREAD ? "read" : operation.getCode();
        if (!flavour.interactions(type).contains(code)) {
            throw new MethodNotAllowedException(flavour.software() + " does not allow " + code + " of " + type);
        }
        if (!Scopes.allow(scopes, type, letter(operation))) {
            throw new ForbiddenOperationException("insufficient_scope");
        }
        if (request.getHeader("If-None-Exist") != null) {
            throw new InvalidRequestException("If-None-Exist is not supported");
        }
        if (operation == RestOperationTypeEnum.SEARCH_TYPE) {
            search(type, request.getParameters());
        }
    }

    /** What the server says of itself. */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void say(IBaseConformance said, RequestDetails request) {
        var statement = (CapabilityStatement) said;
        statement.getSoftware().setName(flavour.software());
        var rest = statement.getRestFirstRep();
        rest.setInteraction(null).setOperation(null);
        rest.getResource().forEach(resource -> {
            resource.setInteraction(null)
                    .setConditionalCreate(false)
                    .setConditionalUpdate(false)
                    .setOperation(null);
            flavour.interactions(resource.getType()).stream()
                    .sorted()
                    .forEach(code -> resource.addInteraction().setCode(TypeRestfulInteraction.fromCode(code)));
        });
        rest.getResource().removeIf(resource -> resource.getType().equals("OperationDefinition"));
        String token = request.getFhirServerBase().replace(flavour.path(), "") + "/oauth/token";
        var uris = new Extension(OAUTH_URIS);
        uris.addExtension(new Extension("token", new UriType(token)));
        rest.getSecurity().addExtension(uris);
    }

    private Set<String> scopes(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new AuthenticationException("A token is needed");
        }
        return tokens.scopes(authorization.substring(7).strip())
                .orElseThrow(() -> new AuthenticationException("The token is unknown or over"));
    }

    private void search(String type, Map<String, String[]> asked) {
        boolean byId = asked.containsKey("_id");
        boolean ofPatient = asked.containsKey("patient") || asked.containsKey("subject");
        if (flavour == Flavour.CERNER && type.equals("Appointment") && !byId) {
            long who = Stream.of("patient", "practitioner", "location")
                    .filter(asked::containsKey)
                    .count();
            that(who == 1, "Exactly one of patient, practitioner, location is required");
            that(asked.containsKey("date"), "date is required");
            bothEnds(asked.get("date"));
        } else if (type.equals("Appointment") || type.equals("Encounter")) {
            that(byId || ofPatient || asked.containsKey("identifier"), "patient is required");
        } else if (type.equals("Patient")) {
            Set<String> enough = Set.of("_id", "identifier", "family", "given", "birthdate", "phone", "email");
            that(asked.keySet().stream().anyMatch(enough::contains), "At least one demographic is required");
        }
    }

    private static void bothEnds(String[] dates) {
        boolean from = Arrays.stream(dates).anyMatch(date -> date.startsWith("g"));
        boolean to = Arrays.stream(dates).anyMatch(date -> date.startsWith("l"));
        boolean one = dates.length == 1 && Character.isDigit(dates[0].charAt(0));
        that(one || dates.length == 2 && from && to, "date must be a range with both ends");
    }

    private static void that(boolean so, String rule) {
        if (!so) {
            throw new InvalidRequestException(rule);
        }
    }

    private static char letter(RestOperationTypeEnum operation) {
        return switch (operation) {
            case CREATE -> 'c';
            case UPDATE, PATCH -> 'u';
            case SEARCH_TYPE -> 's';
            default -> 'r';
        };
    }
}
