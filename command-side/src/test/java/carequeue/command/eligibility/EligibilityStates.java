package carequeue.command.eligibility;

import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.*;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** A question about one coverage that came to a state by its first question. */
final class EligibilityStates extends StateTable<EligibilityCheck, EligibilityState> {

    EligibilityStates() {
        super(EligibilityCheck.class, EligibilityState.class, EligibilityCommand.class, "e1");
        for (EligibilityState state : EligibilityState.values()) {
            way(state, Checks.cameTo(state));
        }
        row(Checks.request("v1"), "for its visit");
        row(Checks.request("v2"), "for another visit");
        for (EligibilityState outcome : EligibilityState.values()) {
            row(new RecordEligibility("e1", 1, Checks.answer(outcome, FollowUp.NONE)), "says " + outcome);
        }
        row(new RecheckEligibility("e1", Checks.POLICY));
        row(new DecideEligibility("e1", true, Checks.BENEFITS, "by telephone"), "as active");
        row(new DecideEligibility("e1", false, Checks.BENEFITS, "by telephone"), "as inactive");
        row(new HandOverEligibility("e1"));
        row(new ElapseEligibility("e1", "answer-1"), "the wait for the answer");
        row(new ElapseEligibility("e1", "retry-1"), "the wait before asking again");
    }

    @Override
    protected String name() {
        return "Eligibility check";
    }

    @Override
    protected String about() {
        return "A question to a payer about one coverage, asked once a minute ago; `RecordEligibility` is the payer's answer to it.";
    }

    @Override
    protected EligibilityState state(EligibilityCheck check) {
        return check.state();
    }

    @Override
    protected Sites clinic() {
        return new Sites(List.of(new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT)));
    }
}
