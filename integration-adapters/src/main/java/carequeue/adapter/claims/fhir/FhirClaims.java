package carequeue.adapter.claims.fhir;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.SummaryEnum;
import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.ClaimService;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Parameters;

/** A payer that takes a FHIR R4 Claim, by {@code $submit} where it offers that, and says what came of it in ClaimResponses. */
public final class FhirClaims implements ClaimService {

    private final ClaimSettings settings;
    private final Guard guard;
    private final ClaimCalls calls;

    public FhirClaims(ClaimSettings settings, Guards guards, Clock clock) {
        this.settings = settings;
        this.guard = guards.of(CLAIMS);
        this.calls = new ClaimCalls(settings, clock);
    }

    @Override
    public List<PayerWord> submit(Bill bill) {
        Claim claim = ClaimWriting.of(settings, bill);
        boolean submits = calls.submits(guard);
        return guard.call(() -> submits ? submitted(claim, bill) : created(claim, bill));
    }

    private List<PayerWord> submitted(Claim claim, Bill bill) {
        Parameters asked = new Parameters();
        asked.addParameter().setName("resource").setResource(claim);
        Parameters answer = calls.make(server -> server.operation()
                .onType(Claim.class)
                .named("$submit")
                .withParameters(asked)
                .execute());
        return responses(answer, bill);
    }

    /** A server without the operation keeps the claim, once for its number, and lays its answer beside it in its own time. */
    private List<PayerWord> created(Claim claim, Bill bill) {
        MethodOutcome made = calls.make(server -> server.create()
                .resource(claim)
                .conditional()
                .where(Claim.IDENTIFIER.exactly().systemAndIdentifier(ClaimWriting.SYSTEM, bill.controlNumber()))
                .execute());
        var id = made.getId() != null || made.getResource() == null
                ? made.getId()
                : made.getResource().getIdElement();
        return id == null || !id.hasIdPart()
                ? List.of()
                : answers(id.getIdPart())
                        .flatMap(r -> ResponseReading.words(r, bill).stream())
                        .toList();
    }

    private static List<PayerWord> responses(Parameters answer, Bill bill) {
        return answer.getParameter().stream()
                .map(Parameters.ParametersParameterComponent::getResource)
                .flatMap(FhirClaims::inside)
                .filter(ClaimResponse.class::isInstance)
                .flatMap(r -> ResponseReading.words((ClaimResponse) r, bill).stream())
                .toList();
    }

    private static Stream<IBaseResource> inside(IBaseResource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource)
                : Stream.of(resource);
    }

    @Override
    public Optional<List<PayerWord>> received(Bill bill) {
        return claim(bill).map(id -> words(id, bill));
    }

    @Override
    public List<PayerWord> status(Bill bill) {
        String id = claim(bill).orElseThrow(() -> new OutsideFailure.NotThere(CLAIMS, "does not know the claim"));
        return words(id, bill);
    }

    private Optional<String> claim(Bill bill) {
        Bundle found = guard.callAgain(
                () -> calls.found("Claim?identifier=" + ClaimWriting.SYSTEM + "%7C" + bill.controlNumber()));
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Claim.class::isInstance)
                .map(one -> one.getIdElement().getIdPart())
                .findFirst();
    }

    private List<PayerWord> words(String claimId, Bill bill) {
        return guard.callAgain(() -> answers(claimId))
                .flatMap(r -> ResponseReading.words(r, bill).stream())
                .toList();
    }

    private Stream<ClaimResponse> answers(String claimId) {
        return calls.found("ClaimResponse?request=Claim/" + claimId).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(ClaimResponse.class::isInstance)
                .map(ClaimResponse.class::cast);
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public String file(String name) {
        throw new OutsideFailure.NotThere(CLAIMS, "lays out no files");
    }

    @Override
    public void taken(String name) {
        throw new OutsideFailure.NotThere(CLAIMS, "lays out no files");
    }

    @Override
    public void probe() {
        calls.make(server -> server.capabilities()
                .ofType(CapabilityStatement.class)
                .summaryMode(SummaryEnum.TRUE)
                .execute());
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
