package carequeue.command.claim;

import static carequeue.command.claim.Office.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.*;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;

/** A claim that went out, and what comes back. */
abstract class AnsweredClaim {

    static final List<Object> SENT = List.of(draft(), type(content(12000)), submit());

    static List<Object> sentAnd(Object... more) {
        List<Object> story = new ArrayList<>(SENT);
        story.addAll(List.of(more));
        return story;
    }

    static void isIn(ResultValidator<Claim> outcome, ClaimState state) {
        outcome.expectState(claim -> assertThat(claim.dossier().state).isEqualTo(state));
    }
}
