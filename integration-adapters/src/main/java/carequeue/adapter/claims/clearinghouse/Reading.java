package carequeue.adapter.claims.clearinghouse;

import carequeue.adapter.claims.ClaimService;
import carequeue.adapter.claims.Interchanges;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.Unmatched;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.x12.Acknowledgement.Verdict;
import carequeue.adapter.x12.Interchange;
import carequeue.adapter.x12.Transaction;
import carequeue.adapter.x12.X12Reader;
import carequeue.adapter.x12.X12Refused;
import carequeue.api.Money;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads whatever a clearing-house sends about bills: TA1, 999, 277CA, 277 and 835; all of a file or nothing of it. */
@Component
public class Reading {

    private final Interchanges interchanges;
    private final Unmatched unmatched;

    public Reading(Interchanges interchanges, Unmatched unmatched) {
        this.interchanges = interchanges;
        this.unmatched = unmatched;
    }

    /**
     * The words of a text.
     *
     * @param source names the text, the same however often it is read
     * @throws OutsideFailure.Rejected when it is broken or its sums do not agree; a person looks at it
     */
    public List<PayerWord> words(String source, String text) {
        try {
            List<PayerWord> words = new ArrayList<>();
            List<Remittance> remittances = new ArrayList<>();
            for (Interchange one : X12Reader.readAll(text)) {
                one.acknowledgements().stream()
                        .map(carequeue.adapter.x12.Acknowledgement::ofInterchange)
                        .forEach(said -> ofFile(said, "TA1", words));
                one.groups().forEach(group -> group.transactions().forEach(t -> read(t, words, remittances)));
            }
            beside(source, remittances);
            return words;
        } catch (X12Refused broken) {
            throw new OutsideFailure.Rejected(
                    ClaimService.CLAIMS, "sent what cannot be relied on: " + broken.getMessage());
        }
    }

    private void read(Transaction transaction, List<PayerWord> words, List<Remittance> remittances) {
        switch (transaction.code()) {
            case "999" -> ofFile(carequeue.adapter.x12.Acknowledgement.ofGroup(transaction), "999", words);
            case "277" -> words.addAll(StatusReport.of(transaction));
            case "835" -> {
                Remittance file = Remittance.of(transaction);
                remittances.add(file);
                words.addAll(RemittanceWords.of(file));
            }
            default -> throw new X12Refused(X12Refused.Reason.UNEXPECTED, "ST", 0);
        }
    }

    /** What is said of a file of ours is said of the one bill in it. */
    private void ofFile(carequeue.adapter.x12.Acknowledgement said, String form, List<PayerWord> words) {
        Word word = said.verdict() == Verdict.ACCEPTED || said.verdict() == Verdict.WITH_ERRORS
                ? Word.ON_ITS_WAY
                : Word.REJECTED;
        List<String> codes =
                new ArrayList<>(List.of(form + ":" + said.verdict().name().charAt(0)));
        codes.addAll(said.codes());
        said.sets().forEach(set -> codes.addAll(set.errors()));
        interchanges
                .bill(said.controlNumber())
                .ifPresent(bill -> words.add(new Acknowledged(bill, new Acknowledgement(word, null, codes))));
    }

    private void beside(String source, List<Remittance> remittances) {
        int number = -1;
        for (Remittance file : remittances) {
            for (Remittance.Beside one : file.beside()) {
                Money amount = new Money(one.amount().movePointRight(2).longValueExact(), file.currency());
                List<String> codes = List.of("PLB:" + one.reason(), file.trace(), one.reference());
                // Counted downwards, apart from the words of the same file.
                unmatched.keep(source, number--, "beside-claims", null, amount, codes);
            }
        }
    }
}
