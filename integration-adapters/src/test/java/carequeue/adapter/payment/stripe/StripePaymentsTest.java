package carequeue.adapter.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.payment.PaymentBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundState;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charges, captures, cancellations and refunds, over HTTP through Stripe's own library against a provider that speaks as Stripe does. */
class StripePaymentsTest {

    private static PaymentBench bench;

    @BeforeAll
    static void start() throws Exception {
        bench = new PaymentBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static AttemptStarted saved(String card, boolean manual) {
        return bench.started(PaymentMethod.SAVED_CARD, 2500, manual, card);
    }

    private static long captured(AttemptStarted event) {
        return bench.ledger(event).stream()
                .mapToLong(r -> r.get("captured").asLong())
                .sum();
    }

    @Test
    void aSavedCardIsChargedOnceHoweverOftenItIsAsked() {
        AttemptStarted event = saved("pm_card_visa", false);
        ReportAttempt first = bench.start(event);
        ReportAttempt again = bench.start(event);

        assertThat(first.state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(first.amount()).isEqualTo(PaymentBench.usd(2500));
        assertThat(again).isEqualTo(first);
        assertThat(bench.ledger(event)).hasSize(1);
        assertThat(bench.ledger(event).get(0).get("metadata").properties())
                .extracting(e -> e.getKey())
                .containsExactlyInAnyOrder("payment_id", "attempt_id");
    }

    @Test
    void lessIsCapturedThanWasAuthorised() {
        AttemptStarted event = saved("pm_card_visa", true);
        assertThat(bench.start(event).state()).isEqualTo(AttemptState.AUTHORISED);
        ReportAttempt taken = bench.capture(event, 1700);
        assertThat(taken.state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(taken.amount()).isEqualTo(PaymentBench.usd(1700));
        assertThat(bench.capture(event, 1700)).isEqualTo(taken);
        assertThat(captured(event)).isEqualTo(1700);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, CALL_BANK, generic_decline",
        "pm_card_visa_chargeDeclinedInsufficientFunds, OTHER_CARD, insufficient_funds",
        "pm_card_visa_chargeDeclinedLostCard, CALL_BANK, lost_card",
        "pm_card_visa_chargeDeclinedStolenCard, CALL_BANK, stolen_card",
        "pm_card_chargeDeclinedExpiredCard, OTHER_CARD, expired_card",
        "pm_card_chargeDeclinedIncorrectCvc, WRONG_ENTRY, incorrect_cvc",
        "pm_card_chargeDeclinedProcessingError, TRY_AGAIN, processing_error",
        "pm_card_radarBlock, CALL_BANK, fraudulent"
    })
    void aDeclinedCardSaysWhatTheDeskCanDo(String card, FailureKind kind, String code) {
        AttemptStarted event = saved(card, false);
        ReportAttempt declined = bench.start(event);
        assertThat(declined.state()).isEqualTo(AttemptState.FAILED);
        assertThat(declined.failure()).isEqualTo(kind);
        assertThat(declined.code()).isEqualTo(code);
        assertThat(bench.start(event)).isEqualTo(declined);
        assertThat(bench.ledger(event).get(0).get("status").asText()).isEqualTo("canceled");
    }

    @Test
    void theBankAsksItsCustomer() {
        AttemptStarted event = saved("pm_card_threeDSecure2Required", false);
        ReportAttempt asked = bench.start(event);
        assertThat(asked.state()).isEqualTo(AttemptState.REQUIRES_ACTION);
        assertThat(asked.nextStep()).contains("/stripe/3ds/" + asked.providerId());
        bench.control("/3ds/" + asked.providerId() + "?confirmed=true");
        assertThat(bench.check(event).state()).isEqualTo(AttemptState.CAPTURED);

        AttemptStarted other = saved("pm_card_threeDSecure2Required", false);
        bench.control("/3ds/" + bench.start(other).providerId() + "?confirmed=false");
        assertThat(bench.check(other).failure()).isEqualTo(FailureKind.AUTHENTICATE);
    }

    @Test
    void aCardAtTheReader() {
        AttemptStarted event = bench.started(PaymentMethod.TERMINAL, 2500, false, null);
        assertThat(bench.start(event).state()).isEqualTo(AttemptState.REQUIRES_ACTION);
        AttemptStarted second = bench.started(PaymentMethod.TERMINAL, 900, false, null);
        ReportAttempt busy = bench.start(second);
        assertThat(busy.failure()).isEqualTo(FailureKind.TRY_AGAIN);
        assertThat(busy.code()).isEqualTo("terminal_reader_busy");
        assertThat(bench.start(event).state()).isEqualTo(AttemptState.REQUIRES_ACTION);
        bench.control("/readers/tmr_desk1/present?card=pm_card_visa");
        assertThat(bench.check(event).state()).isEqualTo(AttemptState.CAPTURED);
    }

    @Test
    void aCardThatTheReaderDeclinesAndOneThatIsCalledOff() {
        AttemptStarted event = bench.started(PaymentMethod.TERMINAL, 2500, false, null);
        bench.start(event);
        bench.control("/readers/tmr_desk1/present?card=pm_card_visa_chargeDeclinedInsufficientFunds");
        assertThat(bench.check(event).failure()).isEqualTo(FailureKind.OTHER_CARD);

        AttemptStarted other = bench.started(PaymentMethod.TERMINAL, 2500, false, null);
        bench.start(other);
        assertThat(bench.cancel(other).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(bench.control("/readers/tmr_desk1/present?card=pm_card_visa")
                        .at("/error/code")
                        .asText())
                .isEqualTo("terminal_reader_invalid_state");
    }

    @Test
    void aLinkWherePeopleMayTryAgain() {
        AttemptStarted event = bench.started(PaymentMethod.LINK, 2500, false, null);
        ReportAttempt open = bench.start(event);
        assertThat(open.state()).isEqualTo(AttemptState.REQUIRES_ACTION);
        assertThat(open.nextStep()).contains("/stripe/pay/cs_test_");
        assertThat(bench.start(event)).isEqualTo(open);
        bench.control("/pages/" + open.providerId() + "?card=pm_card_chargeDeclined");
        assertThat(bench.check(event).state()).isEqualTo(AttemptState.REQUIRES_ACTION);
        bench.control("/pages/" + open.providerId() + "?card=pm_card_visa");
        assertThat(bench.check(event).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(bench.cancel(event).state()).isEqualTo(AttemptState.CAPTURED);
    }

    @Test
    void aLinkThatIsCalledOffCannotBePaid() {
        AttemptStarted event = bench.started(PaymentMethod.LINK, 2500, false, null);
        ReportAttempt open = bench.start(event);
        assertThat(bench.cancel(event).state()).isEqualTo(AttemptState.CANCELLED);
        bench.control("/pages/" + open.providerId() + "?card=pm_card_visa");
        assertThat(captured(event)).isZero();
    }

    @Test
    void moneyGoesBackInPartsAndNeverTwice() {
        AttemptStarted event = saved("pm_card_visa", false);
        bench.start(event);
        assertThat(bench.refund(event, "ref-1-" + event.attemptId(), 1000, 1).state())
                .isEqualTo(RefundState.DONE);
        assertThat(bench.refund(event, "ref-1-" + event.attemptId(), 1000, 2).state())
                .isEqualTo(RefundState.DONE);
        assertThat(bench.refund(event, "ref-2-" + event.attemptId(), 1500, 1).state())
                .isEqualTo(RefundState.DONE);
        var more = bench.refund(event, "ref-3-" + event.attemptId(), 1, 1);
        assertThat(more.state()).isEqualTo(RefundState.FAILED);
        assertThat(more.code()).isEqualTo("charge_already_refunded");
        assertThat(bench.ledger(event).get(0).get("refunded").asLong()).isEqualTo(2500);
    }

    @Test
    void anAnswerThatWasLostIsAskedForAndNothingIsChargedTwice() {
        AttemptStarted event = saved("pm_card_visa", false);
        bench.control("/lost-answers?rate=1");
        assertThatThrownBy(() -> bench.start(event)).isInstanceOf(OutsideFailure.Unavailable.class);
        bench.control("/lost-answers?rate=0");
        assertThat(bench.charges.find(event.attemptId()).orElseThrow().intentId())
                .isNull();
        assertThat(bench.start(event).state()).isEqualTo(AttemptState.CAPTURED);
        assertThat(bench.ledger(event)).hasSize(1);
    }

    @Test
    void whatNeverArrivedIsNotBegunLongAfterwards() {
        AttemptStarted event = saved("pm_card_visa", false);
        bench.faults("{\"service\": \"stripe\", \"outage\": true}");
        assertThatThrownBy(() -> bench.start(event)).isInstanceOf(OutsideFailure.Unavailable.class);
        bench.faults("{\"service\": \"stripe\"}");
        bench.now = bench.now.plus(Duration.ofMinutes(11));
        ReportAttempt over = bench.start(event);
        assertThat(over.state()).isEqualTo(AttemptState.FAILED);
        assertThat(over.failure()).isEqualTo(FailureKind.EXPIRED);
        assertThat(bench.ledger(event)).isEmpty();
    }

    @Test
    void whatWasNotSentYetIsCalledOffWithoutAskingAnybody() {
        AttemptStarted event = saved("pm_card_visa", false);
        assertThat(bench.cancel(event).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(bench.start(event).state()).isEqualTo(AttemptState.CANCELLED);
        assertThat(bench.ledger(event)).isEmpty();
    }
}
