package carequeue.adapter.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe's smallest unit, by its documentation of currencies, and ours of ISO 4217 name the same amount. */
class StripeMoneyTest {

    @ParameterizedTest
    @CsvSource({
        "2500, USD, 2500",
        "1200, JPY, 1200",
        "5000, UGX, 500000",
        "700, ISK, 70000",
        "12300, MGA, 123",
        "5120, KWD, 5120"
    })
    void bothWays(long ours, String currency, long theirs) {
        Money money = new Money(ours, currency);
        assertThat(StripeMoney.count(money)).isEqualTo(theirs);
        assertThat(StripeMoney.of(theirs, currency.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(money);
    }

    @Test
    void whatStripeCannotCountIsNotRounded() {
        assertThatThrownBy(() -> StripeMoney.count(new Money(1, "MGA"))).isInstanceOf(ArithmeticException.class);
    }
}
