package carequeue.sandbox.payer;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A payer's FHIR R4 server: questions submitted or created, answers read and searched. */
@RestController
@RequestMapping(path = "/payer/fhir", produces = "application/fhir+json;charset=UTF-8")
class FhirDoor {

    private static final long LATER_SECONDS = 3;

    private final FhirContext fhir;
    private final Asked asked;
    private final Access access;
    private final Clock clock;

    FhirDoor(FhirContext fhir, Asked asked, Access access, Clock clock) {
        this.fhir = fhir;
        this.asked = asked;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/metadata")
    String metadata() {
        var said = new CapabilityStatement();
        said.setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
        said.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        said.setFhirVersion(FHIRVersion._4_0_1);
        said.addFormat("application/fhir+json");
        var rest = said.addRest().setMode(CapabilityStatement.RestfulCapabilityMode.SERVER);
        var request = rest.addResource().setType("CoverageEligibilityRequest");
        request.addOperation()
                .setName("submit")
                .setDefinition("http://hl7.org/fhir/OperationDefinition/CoverageEligibilityRequest-submit");
        rest.addResource().setType("CoverageEligibilityResponse");
        return text(said);
    }

    @PostMapping("/CoverageEligibilityRequest/$submit")
    String submit(@RequestBody String body, HttpServletRequest http) {
        access.check(http);
        return text(answer(take(request(body))));
    }

    @PostMapping("/CoverageEligibilityRequest")
    ResponseEntity<String> create(@RequestBody String body, HttpServletRequest http) {
        access.check(http);
        var request = request(body);
        var question = take(request);
        request.setId("CoverageEligibilityRequest/" + question.id());
        return ResponseEntity.created(
                        URI.create(base(http) + "/CoverageEligibilityRequest/" + question.id() + "/_history/1"))
                .body(text(request));
    }

    @GetMapping("/CoverageEligibilityResponse/{id}")
    String read(@PathVariable int id, HttpServletRequest http) {
        access.check(http);
        return text(answer(asked.of(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))));
    }

    @GetMapping("/CoverageEligibilityResponse")
    String search(@RequestParam("request") String request, HttpServletRequest http) {
        access.check(http);
        String id = request.substring(request.lastIndexOf('/') + 1);
        var found = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        if (id.matches("\\d{1,9}")) {
            asked.of(Integer.parseInt(id))
                    .map(this::answer)
                    .ifPresent(answer -> found.addEntry().setResource(answer));
        }
        return text(found.setTotal(found.getEntry().size()));
    }

    private Asked.Question take(CoverageEligibilityRequest request) {
        String reference = request.getIdentifierFirstRep().getValue() == null
                ? ""
                : request.getIdentifierFirstRep().getValue();
        String member = request.getContained().stream()
                .filter(Coverage.class::isInstance)
                .map(coverage -> ((Coverage) coverage).getSubscriberId())
                .findFirst()
                .orElse("");
        // The same question put again is the same question.
        return asked.byReference(reference).orElseGet(() -> asked.take("fhir", reference, member));
    }

    private Resource answer(Asked.Question question) {
        boolean queued = Member.of(question.member()).queued() && !asked.olderThan(question, LATER_SECONDS);
        return FhirAnswer.of(question, queued, clock);
    }

    private CoverageEligibilityRequest request(String body) {
        try {
            var read = fhir.newJsonParser().parseResource(body);
            var inside = read instanceof Parameters parameters
                    ? parameters.getParameterFirstRep().getResource()
                    : read;
            if (inside instanceof CoverageEligibilityRequest request) {
                return request;
            }
        } catch (ca.uhn.fhir.parser.DataFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no FHIR R4 in JSON", e);
        }
        throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "no CoverageEligibilityRequest");
    }

    private static String base(HttpServletRequest http) {
        return http.getRequestURL().substring(0, http.getRequestURL().indexOf("/CoverageEligibility"));
    }

    private String text(Resource resource) {
        return fhir.newJsonParser().encodeResourceToString(resource);
    }

    /** Every question that arrived, so that a test can count them. */
    @GetMapping(path = "/asked", produces = "application/json")
    List<Asked.Question> asked() {
        return asked.all();
    }
}
