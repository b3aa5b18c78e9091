package carequeue.command.claim;

import static carequeue.command.claim.Billing.*;
import static carequeue.command.claim.Office.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.Frequency;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** A claim that goes out again, is corrected, voided or left at that. */
class ClaimAgainTest {

    @Test
    void aCorrectionOfWhatThePayerHoldsTakesItsPlace() {
        List<Object> story = List.of(
                draft(),
                type(content(12000)),
                submit(),
                says(1, Word.ACCEPTED),
                new CorrectClaim("cl", "typo"),
                type(content(13000)));
        ClaimSubmitted second = event(after(story, submit()), ClaimSubmitted.class);
        assertThat(second.frequency()).isEqualTo(Frequency.REPLACEMENT);
        assertThat(second.payerClaimNumber()).isEqualTo("ICN1");
        assertThat(second.controlNumber()).endsWith("02");
        assertThat(second.content()).isEqualTo(content(13000));
    }

    @Test
    void aRejectedClaimGoesOutAgainAsAFirstOne() {
        List<Object> story = List.of(draft(), type(content(12000)), submit(), says(1, Word.REJECTED));
        ClaimSubmitted again = event(after(story, submit()), ClaimSubmitted.class);
        assertThat(again.frequency()).isEqualTo(Frequency.ORIGINAL);
        assertThat(again.payerClaimNumber()).isNull();
        List<Object> rejectedLater =
                List.of(draft(), type(content(12000)), submit(), says(1, Word.ACCEPTED), says(1, Word.REJECTED));
        assertThat(event(after(rejectedLater, submit()), ClaimSubmitted.class).frequency())
                .isEqualTo(Frequency.ORIGINAL);
    }

    @Test
    void withoutThePayersNumberAReplacementWaitsForIt() {
        List<Object> story = new ArrayList<>(List.of(
                draft(), type(content(12000)), submit(), says(1, Word.PENDING), new CorrectClaim("cl", "typo")));
        fields(after(story, submit()), "/payerClaimNumber");
        story.add(new TypeClaim("cl", "p1", content(12000), "ICN7", ContentSource.BILLING));
        assertThat(event(after(story, submit()), ClaimSubmitted.class).payerClaimNumber())
                .isEqualTo("ICN7");
        TypeClaim separators = new TypeClaim("cl", "p1", content(12000), "A*B", ContentSource.BILLING);
        fields(after(story, separators), "/payerClaimNumber");
    }

    @Test
    void itGoesOutAgainOnlySoOften() {
        List<Object> story = List.of(
                draft(), type(content(12000)), new SubmitClaim("cl", null, policy(1, 1)), says(1, Word.REJECTED));
        after(story, new SubmitClaim("cl", null, policy(1, 1))).expectSuccessfulHandlerExecution();
        rule(after(story, new SubmitClaim("cl", null, policy(1, 0))), "resubmission-limit");
    }

    @Test
    void whileAnAnswerIsAwaitedItIsNotCorrected() {
        List<Object> sent = List.of(draft(), type(content(12000)), submit());
        rule(after(sent, new CorrectClaim("cl", "typo")), "answer-awaited");
        after(story(ClaimState.SUBMITTED), new CorrectClaim("cl", "typo")).expectSuccessfulHandlerExecution();
        fields(after(story(ClaimState.DENIED), new CorrectClaim("cl", " ")), "/reason");
    }

    @Test
    void aClaimThatNobodyHoldsJustEndsAndOneThatAPayerHoldsIsToldSo() {
        event(after(List.of(draft()), new VoidClaim("cl", "twice", POLICY)), ClaimVoided.class);
        ClaimSubmitted end =
                event(after(story(ClaimState.ACCEPTED), new VoidClaim("cl", "twice", POLICY)), ClaimSubmitted.class);
        assertThat(end.frequency()).isEqualTo(Frequency.VOID);
        assertThat(end.payerClaimNumber()).isEqualTo("ICN1");
        fields(
                after(
                        List.of(draft(), type(content(12000)), submit(), says(1, Word.PENDING)),
                        new VoidClaim("cl", "twice", POLICY)),
                "/payerClaimNumber");
    }

    @Test
    void onlyWhoThePolicyNamesMayVoid() {
        MetaData clinician = MetaData.with(Facts.ROLES, "clinician");
        refused(
                after(NOON, List.of(draft()), new VoidClaim("cl", "twice", POLICY), clinician),
                failure -> assertThat(failure).isInstanceOf(Refused.NotAllowed.class));
        after(NOON, List.of(draft()), new VoidClaim("cl", "twice", POLICY), MetaData.with(Facts.ROLES, "manager"))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aDenialCanBeLeftAtThat() {
        ClaimClosed closed =
                event(after(story(ClaimState.DENIED), new CloseClaim("cl", "too small")), ClaimClosed.class);
        assertThat(closed.patientOwes()).isEqualTo(usd(12000));
        assertThat(closed.last()).isTrue();
        fields(after(story(ClaimState.DENIED), new CloseClaim("cl", null)), "/reason");
    }
}
