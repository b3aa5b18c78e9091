package carequeue.command.claim;

import static carequeue.command.claim.Billing.after;
import static carequeue.command.claim.Billing.event;
import static carequeue.command.claim.Office.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.BillingEvent.ClaimHandedOver;
import carequeue.api.claim.BillingEvent.ClaimUnsent;
import carequeue.api.claim.ClaimCommand.ReportAcknowledgement;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.ClaimAnswerNoted;
import carequeue.api.claim.Worry;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** A bill that could not leave is drafted still, says what it lacks, and can go out once that is set. */
class ClaimUnsentTest {

    private static final List<Object> SENT = List.of(draft(), type(content(12000)), submit());

    private static List<Object> sentAnd(Object more) {
        List<Object> story = new ArrayList<>(SENT);
        story.add(more);
        return story;
    }

    private static List<Object> unsent() {
        return sentAnd(says(1, Word.UNSENT));
    }

    @Test
    void itIsDraftedAndNamesWhatItLacks() {
        var lacks = new Acknowledgement(Word.UNSENT, null, List.of("/clinic/taxId"));
        ResultValidator<Claim> outcome = after(SENT, new ReportAcknowledgement("cl", 1, lacks));
        assertThat(event(outcome, ClaimUnsent.class).missing()).containsExactly("/clinic/taxId");
        assertThat(event(outcome, ClaimHandedOver.class).why()).isEqualTo(Worry.UNSENT);
        outcome.expectState(claim -> assertThat(claim.dossier().state).isEqualTo(ClaimState.DRAFTED));
    }

    @Test
    void itGoesOutOnceThatIsSetHoweverOftenThatTakes() {
        List<Object> often = new ArrayList<>(unsent());
        for (int submission = 2; submission < 12; submission++) {
            often.add(submit());
            often.add(says(submission, Word.UNSENT));
        }
        after(often, submit())
                .expectState(claim -> assertThat(claim.dossier().state).isEqualTo(ClaimState.SUBMITTED));
    }

    @Test
    void whatComesAfterwardsIsOnlyNoted() {
        event(after(unsent(), says(1, Word.ACCEPTED)), ClaimAnswerNoted.class);
        event(after(sentAnd(says(1, Word.ACCEPTED)), says(1, Word.UNSENT)), ClaimAnswerNoted.class);
    }
}
