package carequeue.adapter.payer;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand.RecordEligibility;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import java.util.List;

/** Asks a payer one question and tells the clinic what it said; a question that was overtaken is not asked any more. */
public final class AskPayer implements Effect {

    private static final String OPEN = "has the question and no answer yet";

    private final PayerService payer;
    private final Askings askings;
    private final Pace pace;

    public AskPayer(PayerService payer, Askings askings, Pace pace) {
        this.payer = payer;
        this.askings = askings;
        this.pace = pace;
    }

    /** The effect's name by the line's. */
    static String name(String service) {
        return service + ".ask";
    }

    @Override
    public String name() {
        return name(payer.service());
    }

    @Override
    public String service() {
        return payer.service();
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        var asked = attempt.says(EligibilityRequested.class);
        if (askings.overtaken(asked)) {
            return;
        }
        try {
            Question question = askings.question(asked);
            EligibilityAnswer answer = pace.keep(asked, () -> payer.ask(question));
            answers.add(answer("answered", asked, answer));
        } catch (Unaskable missing) {
            answers.add(answer("unaskable", asked, told(EligibilityState.PATIENT_MUST_CORRECT, missing.field())));
        } catch (StillOpen open) {
            throw new OutsideFailure.Unavailable(payer.service(), OPEN);
        }
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        var asked = attempt.says(EligibilityRequested.class);
        if (failure.getMessage().endsWith(OPEN)) {
            return List.of(answer("open", asked, follows()));
        }
        return failure.mayPass()
                ? List.of(answer("away", asked, told(EligibilityState.PAYER_UNAVAILABLE, "away")))
                : List.of(answer("refused", asked, told(EligibilityState.UNKNOWN, "refused")));
    }

    private static Answer answer(String step, EligibilityRequested asked, EligibilityAnswer said) {
        return Answer.of(step, new RecordEligibility(asked.checkId(), asked.ask(), said));
    }

    /** What we ourselves found, told apart from the payer's codes. */
    private static EligibilityAnswer told(EligibilityState outcome, String why) {
        return new EligibilityAnswer(outcome, Benefits.NONE, FollowUp.NONE, List.of("here:" + why));
    }

    private static EligibilityAnswer follows() {
        return new EligibilityAnswer(
                EligibilityState.UNKNOWN, Benefits.NONE, FollowUp.ANSWER_FOLLOWS, List.of("here:queued"));
    }
}
