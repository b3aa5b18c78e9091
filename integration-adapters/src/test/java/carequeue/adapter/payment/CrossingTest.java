package carequeue.adapter.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.filter.FilterBench;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Money;
import carequeue.api.payment.PaymentMethod;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of a payment the provider is told what the rule lets out; a payment that may leave only in part does not leave. */
class CrossingTest {

    private static final Charge CHARGE = new Charge(
            "att-1",
            "pay-1",
            "main",
            "patient-1",
            PaymentMethod.SAVED_CARD,
            new Money(2500, "USD"),
            false,
            "tmr_1",
            "pm_1",
            Instant.EPOCH,
            Instant.EPOCH,
            null,
            null,
            null,
            false);

    private final OutboxBench bench = new OutboxBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void theChargeLeavesWithItsNamesAndIsWrittenDown() {
        assertThat(new Crossing(FilterBench.on(bench)).of(CHARGE)).isEqualTo(CHARGE);
        var row = bench.jdbc
                .sql("select patient_id, array_to_string(kept, ',') as kept from transformation where rule = 'payment'")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("patient_id", "patient-1")
                .containsEntry("kept", "paymentId,attemptId,amount,currency,reader,paymentMethod");
    }

    @Test
    void aTokenThatTheRuleKeepsHereIsNotTold() {
        var names = Map.of("paymentId", "keep", "attemptId", "keep", "amount", "keep", "currency", "keep");
        Charge crossing = new Crossing(FilterBench.on(bench, "payment", names)).of(CHARGE);
        assertThat(crossing.paymentMethodId()).isNull();
        assertThat(crossing.readerId()).isNull();
    }

    @Test
    void halfAPaymentDoesNotLeave() {
        var rule = Map.of("paymentId", "keep", "attemptId", "last-four", "amount", "keep", "currency", "keep");
        assertThatThrownBy(() -> new Crossing(FilterBench.on(bench, "payment", rule)).of(CHARGE))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining("attemptId");
    }
}
