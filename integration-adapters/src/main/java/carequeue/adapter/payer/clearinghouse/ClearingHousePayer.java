package carequeue.adapter.payer.clearinghouse;

import carequeue.adapter.access.Access;
import carequeue.adapter.payer.Heard;
import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.payer.PayerService;
import carequeue.adapter.payer.PayerSettings;
import carequeue.adapter.payer.Question;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.x12.Acknowledgement;
import carequeue.adapter.x12.ControlNumbers;
import carequeue.adapter.x12.Interchange;
import carequeue.adapter.x12.X12Reader;
import carequeue.adapter.x12.X12Refused;
import carequeue.adapter.x12.X12Writer;
import carequeue.api.eligibility.EligibilityAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;

/** A clearing-house that passes a 270 on to the payer it names and brings the 271 back in the same call. */
public final class ClearingHousePayer implements PayerService {

    private final String service;
    private final PayerLine line;
    private final PayerSettings settings;
    private final Guard guard;
    private final Posting posting;
    private final ControlNumbers numbers;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    /** @param service its name in health and in the ledger */
    public ClearingHousePayer(
            String service,
            PayerLine line,
            PayerSettings settings,
            Guards guards,
            ControlNumbers numbers,
            Clock clock) {
        this.service = service;
        this.line = line;
        this.settings = settings;
        this.guard = guards.of(service);
        this.numbers = numbers;
        this.clock = clock;
        var http = Posting.client(line);
        this.posting = new Posting(service, line, http, new Access(service, line.access(), http, clock), clock);
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public EligibilityAnswer ask(Question question) {
        String number = numbers.next();
        String body = line.form() == Form.JSON
                ? new JsonQuestion(json, line, settings.serviceTypes())
                        .of(question, number)
                        .toString()
                : x12(question, number);
        String answer = guard.call(() -> posting.send(body));
        Heard heard = line.form() == Form.JSON ? fromJson(answer) : fromX12(answer, question.reference());
        return settings.understanding().of(heard);
    }

    private String x12(Question question, String number) {
        LocalDateTime now = LocalDateTime.now(clock);
        String text = X12Writer.write(new X12Question(line, settings.serviceTypes()).of(question, number, now));
        return line.form() == Form.X12
                ? text
                : json.createObjectNode().put("x12", text).toString();
    }

    private Heard fromJson(String answer) {
        JsonNode said = tree(answer);
        if (!JsonAnswer.isAnswer(said)) {
            throw new OutsideFailure.Unavailable(service, "answered what is no answer about eligibility");
        }
        return JsonAnswer.of(said);
    }

    private Heard fromX12(String answer, String reference) {
        String text =
                answer.stripLeading().startsWith("{") ? tree(answer).path("x12").asText("") : answer;
        try {
            Interchange read = X12Reader.read(text);
            refuseIfRejected(read);
            var answers = read.transactions("271");
            if (answers.size() != 1) {
                throw new OutsideFailure.Unavailable(service, "answered with " + answers.size() + " sets of 271");
            }
            return X12Answer.of(answers.get(0), reference);
        } catch (X12Refused broken) {
            throw new OutsideFailure.Unavailable(service, "answered broken X12: " + broken.getMessage());
        }
    }

    /** Our question itself was not understood: to send the same again brings the same. */
    private void refuseIfRejected(Interchange read) {
        read.acknowledgements().stream()
                .map(Acknowledgement::ofInterchange)
                .filter(told -> told.verdict() == Acknowledgement.Verdict.REJECTED)
                .findFirst()
                .ifPresent(told -> {
                    throw new OutsideFailure.Rejected(service, "refused the interchange: TA1 " + told.codes());
                });
        read.transactions("999").stream()
                .map(Acknowledgement::ofGroup)
                .filter(told -> told.verdict() == Acknowledgement.Verdict.REJECTED
                        || told.verdict() == Acknowledgement.Verdict.PARTLY)
                .findFirst()
                .ifPresent(told -> {
                    throw new OutsideFailure.Rejected(
                            service,
                            "refused the set: 999 "
                                    + told.sets().stream()
                                            .flatMap(set -> set.errors().stream())
                                            .toList());
                });
    }

    private JsonNode tree(String answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new OutsideFailure.Unavailable(service, "answered what is no JSON");
        }
    }

    @Override
    public void probe() {
        posting.probe();
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
