package carequeue.adapter.claims;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.ClaimCommand.ReportAcknowledgement;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a bill once; where an earlier try may have reached the outside, it asks first. */
@Component
public class SubmitBill implements Effect {

    private final ClaimService claims;
    private final Bills bills;
    private final Told told;

    public SubmitBill(ClaimService claims, Bills bills, Told told) {
        this.claims = claims;
        this.bills = bills;
        this.told = told;
    }

    @Override
    public String name() {
        return "claims.submit";
    }

    @Override
    public String service() {
        return ClaimService.CLAIMS;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        ClaimSubmitted claim = attempt.says(ClaimSubmitted.class);
        try {
            Bill bill = bills.of(claim);
            List<PayerWord> words = sent(attempt, bill);
            answers.addAll(told.of("claims.submit:" + claim.controlNumber(), words));
        } catch (Unsendable missing) {
            answers.add(said("unsendable", claim, Word.UNSENT, missing.pointers()));
        }
    }

    private List<PayerWord> sent(Attempt attempt, Bill bill) {
        boolean mayBeThere = attempt.row().inDoubt() || !attempt.first();
        return mayBeThere ? claims.received(bill).orElseGet(() -> claims.submit(bill)) : claims.submit(bill);
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        // While it may pass, the bill waits and goes out later.
        return failure.mayPass()
                ? List.of()
                : List.of(said("refused", attempt.says(ClaimSubmitted.class), Word.REJECTED, List.of("here:refused")));
    }

    private static Answer said(String step, ClaimSubmitted claim, Word word, List<String> codes) {
        Acknowledgement said = new Acknowledgement(word, null, codes);
        return Answer.of(step, new ReportAcknowledgement(claim.claimId(), claim.submission(), said));
    }
}
