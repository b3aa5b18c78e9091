package carequeue.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of payment cards are found however they are written, and our own words are none. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "paid with 3782 822463 10005, thanks",
                "card:5555.5555.5555.4444",
                "1 4242 4242 4242 4242",
                "4242\u00a04242\u20114242\u200b4242",
                "\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12\uff14\uff12",
                "x4222222222222y",
                "6304000000000000000"
            })
    void isOne(String text) {
        assertThat(CardNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424241",
                "424242424242",
                "+1 555 010 0199",
                "+378282246310005",
                "0193a7f2-1111-7222-8333-444455556666",
                "42424242-4242-4242-0000-000000000000",
                "main.urgent-care.2026-11-23",
                "2026-11-23T17:00:00.123456Z",
                "0000 0000 0000 0000",
                "pm_1NxYzAbC, tok_visa"
            })
    void isNone(String text) {
        assertThat(CardNumbers.in(text)).isFalse();
    }
}
