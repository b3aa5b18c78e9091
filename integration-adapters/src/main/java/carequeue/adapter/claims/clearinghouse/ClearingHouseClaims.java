package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.ClaimService;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.Interchanges;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.Unsendable;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.x12.ControlNumbers;
import carequeue.adapter.x12.Interchange;
import carequeue.adapter.x12.X12Refused;
import carequeue.adapter.x12.X12Writer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A clearing-house that takes 837P and 276 and lays out what it and the payers say as files. */
public final class ClearingHouseClaims implements ClaimService {

    private final ClaimSettings settings;
    private final Guard guard;
    private final Exchange exchange;
    private final ControlNumbers numbers;
    private final Interchanges interchanges;
    private final Reading reading;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    public ClearingHouseClaims(
            ClaimSettings settings,
            Guards guards,
            ControlNumbers numbers,
            Interchanges interchanges,
            Reading reading,
            Clock clock) {
        this.settings = settings;
        this.guard = guards.of(CLAIMS);
        this.exchange = new Exchange(settings, clock);
        this.numbers = numbers;
        this.interchanges = interchanges;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public List<PayerWord> submit(Bill bill) {
        String number = numbers.next();
        String text = written(ProfessionalClaim.of(settings, bill, number, LocalDateTime.now(clock)));
        interchanges.note(number, bill.controlNumber());
        String answer = guard.call(() -> exchange.post("claims", bill.controlNumber(), text));
        return words(bill, answer);
    }

    @Override
    public Optional<List<PayerWord>> received(Bill bill) {
        try {
            String answer = guard.callAgain(() -> exchange.get("claims/" + Exchange.part(bill.controlNumber())));
            return Optional.of(words(bill, answer));
        } catch (OutsideFailure.NotThere never) {
            return Optional.empty();
        }
    }

    @Override
    public List<PayerWord> status(Bill bill) {
        String number = numbers.next();
        String text = written(StatusQuestion.of(settings, bill, number, LocalDateTime.now(clock)));
        String answer = guard.call(() -> exchange.post("status", number, text));
        return words(bill, answer);
    }

    /** Some say at once, in X12, what others lay out as a file. */
    private List<PayerWord> words(Bill bill, String answer) {
        boolean x12 = answer != null && answer.stripLeading().startsWith("ISA");
        return x12 ? reading.words("answer:" + bill.controlNumber(), answer) : List.of();
    }

    private static String written(Interchange interchange) {
        try {
            return X12Writer.write(interchange);
        } catch (X12Refused e) {
            throw new Unsendable(List.of(e.segment()));
        }
    }

    @Override
    public List<String> files() {
        return names(guard.callAgain(() -> exchange.get("files")));
    }

    /** A list of names, or of objects with a name, or the same as the member {@code files}. */
    private List<String> names(String answer) {
        try {
            JsonNode said = json.readTree(answer);
            List<String> names = new ArrayList<>();
            for (JsonNode one : said.isArray() ? said : said.path("files")) {
                names.add(one.isTextual() ? one.asText() : one.path("name").asText());
            }
            names.removeIf(String::isBlank);
            return names;
        } catch (JsonProcessingException e) {
            throw new OutsideFailure.Unavailable(CLAIMS, "answered what is no list of files");
        }
    }

    @Override
    public String file(String name) {
        return guard.callAgain(() -> exchange.get("files/" + Exchange.part(name)));
    }

    @Override
    public void taken(String name) {
        guard.call(() -> {
            exchange.delete("files/" + Exchange.part(name));
            return true;
        });
    }

    @Override
    public void probe() {
        exchange.get("files");
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
