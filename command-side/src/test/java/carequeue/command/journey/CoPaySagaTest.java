package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Refused;
import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.Basis;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.queue.QueueCommand.HoldEntry;
import carequeue.api.queue.QueueCommand.ReleaseEntry;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryReleased;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the process of a payment follows its attempts, and every wait's end; its ways out are in {@link CoPayEndsSagaTest}. */
class CoPaySagaTest extends CoPayPlay {

    @Test
    void aPersonHasTwoMinutesAndALinkAnHour() {
        askedAtTheDesk();
        start("a1", PaymentMethod.SAVED_CARD);
        verifyWait("answer:a1:1", Duration.ofSeconds(30));
        play.tell(new ActionRequired("pay", "a1", PaymentMethod.SAVED_CARD, "pi_1", "https://x", NOON));
        verifyWait("person:a1:1", Duration.ofSeconds(120));
        over("person:a1:1");
        assertThat(play.order(CancelAttempt.class).attemptId()).isEqualTo("a1");
        play.tell(new ActionRequired("pay", "a2", PaymentMethod.LINK, "cs_1", "https://x", NOON));
        verifyWait("person:a2:1", Duration.ofHours(1));
    }

    @Test
    void whatIsUnclearOrProcessingIsAskedForAgainAndAgain() {
        askedAtTheDesk();
        start("a1", PaymentMethod.SAVED_CARD);
        play.tell(new AttemptUnclear("pay", "a1", null, NOON));
        verifyWait("check:a1:1", Duration.ofSeconds(30));
        over("check:a1:1");
        assertThat(play.names()).containsExactly("CheckAttempt");
        verifyWait("check:a1:2", Duration.ofSeconds(60));
        over("check:a1:9");
        verifyWait("check:a1:10", Duration.ofSeconds(30 * 128));
        capture("a1", 0);
        over("check:a1:10");
        assertThat(play.names()).isEmpty();
    }

    @Test
    void silenceOfTheProviderIsAskedAbout() {
        askedAtTheDesk();
        start("a1", PaymentMethod.SAVED_CARD);
        over("answer:a1:1");
        assertThat(play.names()).containsExactly("CheckAttempt");
        verifyWait("check:a1:2", Duration.ofSeconds(60));
    }

    @Test
    void whatMayPassIsTriedAgainOnceByItselfThenThePlaceIsHeld() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.TRY_AGAIN);
        assertThat(play.names()).containsExactly("RetryPayment");
        start("a2", PaymentMethod.TERMINAL);
        fail("a2", FailureKind.TRY_AGAIN);
        assertThat(play.names()).containsExactly("HoldPayment", "HoldEntry");
        assertThat(play.order(HoldEntry.class).entryId()).isEqualTo("e1");
    }

    @ParameterizedTest
    @EnumSource(value = FailureKind.class, mode = EnumSource.Mode.EXCLUDE, names = "TRY_AGAIN")
    void anyOtherFailureHoldsThePlaceUntilItIsPaid(FailureKind kind) {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", kind);
        assertThat(play.names()).containsExactly("HoldPayment", "HoldEntry");
        start("a2", PaymentMethod.TERMINAL);
        capture("a2", 0);
        assertThat(play.names()).containsExactly("ReleaseEntry", "CloseItem");
        assertThat(play.order(ReleaseEntry.class).entryId()).isEqualTo("e1");
    }

    @Test
    void theMostUrgentAreNeverHeld() {
        askedAtTheDesk();
        play.refusing(HoldEntry.class, new Refused.AgainstRule("never-held", "Never held."));
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        assertThat(play.names()).containsExactly("HoldPayment", "HoldEntry", "RaiseItem");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.CO_PAY_UNPAID);
        capture("a1", 0);
        assertThat(play.names()).containsExactly("CloseItem");
    }

    @Test
    void whoHasNoPlaceYetIsHeldWhenThereIsOne() {
        asked(AfterFailure.HOLD, Basis.Source.ELIGIBILITY_ANSWER);
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        assertThat(play.names()).containsExactly("HoldPayment");
        play.tell(new EntryJoined("q2", "e2", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(play.order(HoldEntry.class).queueId()).isEqualTo("q2");
    }

    @Test
    void whomAPersonLetGoOnIsNotReleasedTwice() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        play.tell(new EntryReleased("q1", "e1", NOON));
        capture("a1", 0);
        assertThat(play.names()).containsExactly("CloseItem");
    }

    @Test
    void payLaterByPolicyOrByAPersonIsAnOpenItem() {
        asked(AfterFailure.PAY_LATER, Basis.Source.ELIGIBILITY_ANSWER, "v1", null, "e1");
        start("a1", PaymentMethod.TERMINAL);
        fail("a1", FailureKind.OTHER_CARD);
        assertThat(play.names()).containsExactly("PostponePayment");
        play.tell(new PaymentPostponed("pay", "v1", "later", NOON));
        assertThat(play.names()).containsExactly("RaiseItem");
        play.tell(new AttemptCancelled("pay", "a1", "pi_1", NOON));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void theSiteMayHoldThePlaceFromTheBeginning() {
        askedAtTheDesk();
        play.tell(new PaymentHeld("pay", NOON));
        assertThat(play.names()).containsExactly("HoldEntry");
        play.tell(new PaymentHeld("pay", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new PaymentPostponed("pay", "v1", "later", NOON));
        assertThat(play.names()).containsExactly("ReleaseEntry", "RaiseItem");
    }

    @Test
    void whatIsOnItsWayIsAskedAbout() {
        for (AttemptEvent underWay : List.of(
                new AttemptProcessing("pay", "a1", "pi_1", NOON),
                new CaptureRequested("pay", "a1", "pi_1", usd(2500), NOON),
                new CancelRequested("pay", "a1", "pi_1", "x", NOON))) {
            Play<CoPaySaga> other = new Play<>(CoPaySaga.class);
            other.tell(request()).tell(underWay);
            verify(other.deadlines).schedule(Waiting.PAYMENT, "pay", "check:a1:1", NOON.plusSeconds(30));
            assertThat(other.tell(new PaymentPatienceEnded("pay", "check:a1:1", NOON))
                            .names())
                    .as("%s", underWay)
                    .containsExactly("CheckAttempt");
        }
    }

    @Test
    void whatIsBeingVoidedIsNotTriedAgain() {
        askedAtTheDesk();
        start("a1", PaymentMethod.TERMINAL);
        play.tell(new VoidRequested("pay", "x", "fran", NOON));
        fail("a1", FailureKind.TRY_AGAIN);
        assertThat(play.names()).isEmpty();
    }
}
