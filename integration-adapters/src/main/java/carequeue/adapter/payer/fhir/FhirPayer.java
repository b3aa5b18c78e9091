package carequeue.adapter.payer.fhir;

import carequeue.adapter.access.Access;
import carequeue.adapter.payer.OpenQuestions;
import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.payer.PayerService;
import carequeue.adapter.payer.PayerSettings;
import carequeue.adapter.payer.Question;
import carequeue.adapter.payer.StillOpen;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.api.eligibility.EligibilityAnswer;
import java.net.http.HttpClient;
import java.time.Clock;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;

/**
 * A payer with a FHIR R4 server: the question is submitted where the server offers {@code $submit}, else created, and its answer looked for. What
 * the payer has taken and not yet answered is asked for by its name there, never put again.
 */
public final class FhirPayer implements PayerService {

    private final String service;
    private final PayerSettings settings;
    private final Guard guard;
    private final PayerCalls calls;
    private final RequestWriting writing;
    private final OpenQuestions open;
    private volatile Boolean submits;

    /** @param service its name in health and in the ledger */
    public FhirPayer(
            String service, PayerLine line, PayerSettings settings, Guards guards, OpenQuestions open, Clock clock) {
        this.service = service;
        this.settings = settings;
        this.guard = guards.of(service);
        this.open = open;
        var http = HttpClient.newBuilder().connectTimeout(line.connectTimeout()).build();
        this.calls = new PayerCalls(service, line, new Access(service, line.access(), http, clock), clock);
        this.writing = new RequestWriting(line, settings.serviceTypes(), clock);
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public EligibilityAnswer ask(Question question) {
        var known = open.of(question.reference());
        CoverageEligibilityRequest request = known.isPresent() ? null : writing.of(question);
        CoverageEligibilityResponse response =
                guard.call(() -> known.isPresent() ? calls.answerTo(known.get()) : put(request, question));
        if (response == null || ResponseReading.queued(response)) {
            keep(question, response);
            throw new StillOpen();
        }
        return settings.understanding().of(ResponseReading.of(response));
    }

    private CoverageEligibilityResponse put(CoverageEligibilityRequest request, Question question) {
        if (submits()) {
            return calls.submit(request);
        }
        String there = calls.create(request);
        open.keep(question.reference(), there);
        return calls.answerTo(there);
    }

    private void keep(Question question, CoverageEligibilityResponse response) {
        if (response != null && response.hasId()) {
            open.keep(
                    question.reference(),
                    "CoverageEligibilityResponse/" + response.getIdElement().getIdPart());
        } else if (response != null && response.getRequest().hasReference()) {
            open.keep(question.reference(), response.getRequest().getReference());
        }
    }

    private boolean submits() {
        if (submits == null) {
            submits = calls.offersSubmit();
        }
        return submits;
    }

    @Override
    public void probe() {
        submits = calls.offersSubmit();
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
