package carequeue.adapter.claims;

import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.PayerWord.Paid;
import carequeue.adapter.outbox.Answer;
import carequeue.api.Claims;
import carequeue.api.claim.ClaimCommand.ReportAcknowledgement;
import carequeue.api.claim.ClaimCommand.ReportAdjudication;
import carequeue.api.claim.ClaimCommand.ReportRemittance;
import carequeue.api.claim.ClaimEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Finds the claim of each word by its control number; a word of a claim that is not ours goes to the worklist and is never lost. */
@Component
public class Told {

    private static final int DIGITS = 2;

    private final QueryGateway queries;
    private final Unmatched unmatched;

    public Told(QueryGateway queries, Unmatched unmatched) {
        this.queries = queries;
        this.unmatched = unmatched;
    }

    /**
     * The orders that words come to.
     *
     * @param source names where they came from, the same however often it is read
     */
    List<Answer> of(String source, List<PayerWord> words) {
        List<Answer> answers = new ArrayList<>();
        for (int n = 0; n < words.size(); n++) {
            PayerWord word = words.get(n);
            int number = n;
            claim(word.controlNumber())
                    .ifPresentOrElse(
                            claim -> answers.add(Answer.of(number + ":" + word.kind(), order(claim, word))),
                            () -> unmatched.keep(source, number, word));
        }
        return answers;
    }

    private Optional<String> claim(String controlNumber) {
        if (submission(controlNumber) < 1) {
            return Optional.empty();
        }
        Claims.Key key = new Claims.Key(ClaimEvent.CONTROL_NUMBER, "claims", controlNumber);
        return queries.query(new Claims.FindHolder(key), ResponseTypes.optionalInstanceOf(String.class))
                .join();
    }

    private static Object order(String claim, PayerWord word) {
        int submission = submission(word.controlNumber());
        if (word instanceof Acknowledged w) {
            return new ReportAcknowledgement(claim, submission, w.said());
        } else if (word instanceof Decided w) {
            return new ReportAdjudication(claim, submission, w.said());
        }
        Paid paid = (Paid) word;
        return new ReportRemittance(claim, paid.reference(), paid.amount());
    }

    /** Its last two digits; below 1 where it cannot be one of ours. */
    private static int submission(String controlNumber) {
        String text = controlNumber == null ? "" : controlNumber;
        return text.matches("[0-9A-Z]{18}[0-9]{2}") ? Integer.parseInt(text.substring(text.length() - DIGITS)) : 0;
    }
}
