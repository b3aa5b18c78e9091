package carequeue.adapter.claims;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.BillingEvent.ClaimStatusRequested;
import carequeue.api.claim.ClaimCommand.ReportAcknowledgement;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks how a bill stands that nothing was heard of. */
@Component
public class AskStatus implements Effect {

    private final ClaimService claims;
    private final Bills bills;
    private final Told told;

    public AskStatus(ClaimService claims, Bills bills, Told told) {
        this.claims = claims;
        this.bills = bills;
        this.told = told;
    }

    @Override
    public String name() {
        return "claims.status";
    }

    @Override
    public String service() {
        return ClaimService.CLAIMS;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        ClaimStatusRequested asked = attempt.says(ClaimStatusRequested.class);
        try {
            Bill bill = bills.of(bills.submission(asked.claimId(), asked.submission()));
            String source = "claims.status:" + asked.claimId() + ":" + asked.waitNumber();
            answers.addAll(told.of(source, claims.status(bill)));
        } catch (Unsendable missing) {
            // A question that cannot be put is answered by nobody; the wait goes on and ends with a person.
            answers.add(
                    unavailable("unsendable", asked, "here:" + missing.fields().get(0)));
        }
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        ClaimStatusRequested asked = attempt.says(ClaimStatusRequested.class);
        return List.of(unavailable("away", asked, failure.mayPass() ? "here:away" : "here:refused"));
    }

    private static Answer unavailable(String step, ClaimStatusRequested asked, String code) {
        Acknowledgement said = new Acknowledgement(Word.UNAVAILABLE, null, List.of(code));
        return Answer.of(step, new ReportAcknowledgement(asked.claimId(), asked.submission(), said));
    }
}
