package carequeue.adapter.claims.fhir;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.PayerWord.Paid;
import carequeue.adapter.claims.ResponseOutcome;
import carequeue.api.Money;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CodeableConcept;

/** Reads a ClaimResponse; amounts are taken from its totals, which are of the whole claim. */
final class ResponseReading {

    /** The codes of http://terminology.hl7.org/CodeSystem/adjudication that a patient pays. */
    private static final Map<String, Kind> PATIENTS =
            Map.of("copay", Kind.CO_PAY, "deductible", Kind.DEDUCTIBLE, "coinsurance", Kind.CO_INSURANCE);

    private final ClaimResponse response;
    private final Bill bill;

    private ResponseReading(ClaimResponse response, Bill bill) {
        this.response = response;
        this.bill = bill;
    }

    static List<PayerWord> words(ClaimResponse response, Bill bill) {
        return new ResponseReading(response, bill).words();
    }

    private List<PayerWord> words() {
        String outcome =
                response.getOutcome() == null ? "" : response.getOutcome().toCode();
        var known = ResponseOutcome.of(outcome);
        if (known.isEmpty()) {
            return List.of(acknowledged(Word.NEEDS_INFORMATION));
        }
        return known.get().word().map(word -> List.of(acknowledged(word))).orElseGet(this::decided);
    }

    private PayerWord acknowledged(Word word) {
        List<String> codes = new ArrayList<>();
        response.getError().forEach(error -> codes.add(code(error.getCode())));
        codes.removeIf(String::isEmpty);
        return new Acknowledged(bill.controlNumber(), new Acknowledgement(word, number(), codes));
    }

    private List<PayerWord> decided() {
        if (total("benefit") == null) {
            // Complete without a benefit: it is taken, and the decision is told otherwise.
            return List.of(acknowledged(Word.ACCEPTED));
        }
        List<PayerWord> words = new ArrayList<>();
        Adjudication decision = decision();
        words.add(new Decided(bill.controlNumber(), decision));
        Money paid = payment();
        if (paid != null && paid.amount() != 0) {
            String trace = response.getPayment().getIdentifier().getValue();
            words.add(new Paid(bill.controlNumber(), trace == null ? decision.answerId() : trace, paid));
        }
        return words;
    }

    private Adjudication decision() {
        long charged = total("submitted") == null ? bill.total() : total("submitted");
        long paid = total("benefit");
        List<Adjustment> adjustments = new ArrayList<>();
        PATIENTS.forEach((code, kind) -> add(adjustments, Bearer.PATIENT, kind, code, total(code)));
        Long allowed = total("eligible");
        if (allowed != null) {
            add(adjustments, Bearer.CONTRACT, Kind.OTHER, "eligible", charged - allowed);
        }
        // Nothing is paid, and nothing is anybody's to pay: that is how FHIR R4 says no.
        boolean denied = paid == 0
                && (allowed == null || allowed == 0)
                && adjustments.stream().noneMatch(a -> a.bearer() == Bearer.PATIENT);
        if (denied && allowed == null) {
            add(adjustments, Bearer.OTHER, Kind.OTHER, "benefit", charged);
        }
        return new Adjudication(
                answerId(),
                denied ? Decision.DENIED : Decision.PROCESSED,
                money(charged),
                allowed == null ? null : money(allowed),
                money(paid),
                adjustments,
                number(),
                false,
                reasons());
    }

    private static void add(List<Adjustment> all, Bearer bearer, Kind kind, String code, Long amount) {
        if (amount != null && amount != 0) {
            all.add(new Adjustment(bearer, kind, code, amount, null));
        }
    }

    /** A server that changes its response has decided anew. */
    private String answerId() {
        String id = response.getIdElement().getIdPart();
        String version = response.getMeta().getVersionId();
        if (id != null) {
            return "ClaimResponse/" + id + (version == null ? "" : "/" + version);
        }
        return "ClaimResponse:" + bill.controlNumber() + ":"
                + response.getCreatedElement().getValueAsString();
    }

    private String number() {
        return response.getIdentifier().isEmpty()
                ? null
                : response.getIdentifier().get(0).getValue();
    }

    private List<String> reasons() {
        return response.getItem().stream()
                .flatMap(item -> item.getAdjudication().stream())
                .map(part -> code(part.getReason()))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private Money payment() {
        return response.hasPayment() && response.getPayment().hasAmount()
                ? money(cents(response.getPayment().getAmount().getValue()))
                : null;
    }

    /** The sum of a category in cents: of the totals, else of the single services; null where nobody says it. */
    private Long total(String category) {
        List<BigDecimal> amounts = response.getTotal().stream()
                .filter(one -> code(one.getCategory()).equals(category))
                .map(one -> one.getAmount().getValue())
                .toList();
        if (amounts.isEmpty()) {
            amounts = response.getItem().stream()
                    .flatMap(item -> item.getAdjudication().stream())
                    .filter(one -> code(one.getCategory()).equals(category) && one.hasAmount())
                    .map(one -> one.getAmount().getValue())
                    .toList();
        }
        return amounts.isEmpty()
                ? null
                : amounts.stream().mapToLong(ResponseReading::cents).sum();
    }

    private static long cents(BigDecimal amount) {
        return amount == null ? 0 : amount.movePointRight(2).longValue();
    }

    private Money money(long cents) {
        return new Money(cents, bill.currency());
    }

    private static String code(CodeableConcept concept) {
        return concept == null
                ? ""
                : concept.getCodingFirstRep().getCode() == null
                        ? ""
                        : concept.getCodingFirstRep().getCode();
    }
}
