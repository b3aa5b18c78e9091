package carequeue.adapter.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.payment.PaymentBench;
import carequeue.adapter.payment.StripeDeclines;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentMethod;
import org.junit.jupiter.api.Test;

/** Every reason for which a bank declines comes through the whole way, and a code that nobody knows is never tried again by itself. */
class StripeFailuresTest {

    @Test
    void everyReasonOfABankReachesTheDesk() throws Exception {
        try (PaymentBench bench = new PaymentBench()) {
            StripeDeclines.all().forEach((code, kind) -> {
                var event = bench.started(PaymentMethod.SAVED_CARD, 2500, false, "pm_card_decline_" + code);
                ReportAttempt declined = bench.start(event);
                assertThat(declined.code()).isEqualTo(code);
                assertThat(declined.failure()).as(code).isEqualTo(kind);
            });
        }
    }

    @Test
    void whatIsUnknownIsOurDoing() {
        assertThat(StripeFailures.of("someday_invented")).isEqualTo(FailureKind.OUR_FAULT);
        assertThat(StripeFailures.of("terminal_reader_offline").mayRepeat()).isTrue();
        assertThat(StripeFailures.all().keySet())
                .doesNotContainAnyElementsOf(StripeDeclines.all().keySet());
    }
}
