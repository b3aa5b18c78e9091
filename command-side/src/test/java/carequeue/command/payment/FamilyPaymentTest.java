package carequeue.command.payment;

import static carequeue.command.payment.Desk.BASIS;
import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.Share;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is paid for several visits at once belongs to them to the cent, however little of it was paid. */
class FamilyPaymentTest {

    @Example
    void theSharesAreTheAmount() {
        Desk.fixture(Payment.class)
                .givenNoPriorActivity()
                .when(family(1000, 1500), as("fran", "front-desk"))
                .expectSuccessfulHandlerExecution();
        for (RequestPayment bad : List.of(family(1000, 1000), family(2500, 0), family(2600, -100))) {
            Desk.fixture(Payment.class)
                    .givenNoPriorActivity()
                    .when(bad, as("fran", "front-desk"))
                    .expectException(Refused.BadField.class);
        }
    }

    @Example
    void whatCannotBeDividedGoesToTheFirst() {
        assertThat(Share.divide(shares(1000, 1000, 1000), 100))
                .extracting(Share::amount)
                .containsExactly(34L, 33L, 33L);
    }

    @Property
    void aPartIsDividedWithoutACentMoreOrLess(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 99_999_999) Integer> amounts,
            @ForAll @IntRange(max = 10_000) int basisPoints) {
        List<Share> shares =
                shares(amounts.stream().mapToLong(Integer::longValue).toArray());
        long whole = Share.sum(shares);
        long part = whole * basisPoints / 10_000;
        List<Share> divided = Share.divide(shares, part);
        assertThat(Share.sum(divided)).isEqualTo(part);
        for (int i = 0; i < shares.size(); i++) {
            Share owed = shares.get(i);
            Share has = divided.get(i);
            assertThat(has.visitId()).isEqualTo(owed.visitId());
            assertThat(has.amount()).isBetween(0L, owed.amount());
            double exact = (double) part * owed.amount() / whole;
            assertThat((double) has.amount()).isBetween(exact - 1, exact + 1);
        }
    }

    private static List<Share> shares(long... amounts) {
        List<Share> shares = new ArrayList<>();
        for (long amount : amounts) {
            shares.add(new Share("v" + shares.size(), "p" + shares.size(), amount));
        }
        return shares;
    }

    private static RequestPayment family(long... amounts) {
        return new RequestPayment(
                "pay",
                "main",
                Desk.DAY,
                "v0",
                null,
                "p0",
                PaymentPurpose.CO_PAY,
                usd(2500),
                shares(amounts),
                BASIS,
                Desk.TERMS,
                null,
                null);
    }
}
