package carequeue.command.payment;

import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.payment.ReceiptCommand;
import carequeue.api.payment.ReceiptCommand.IssueReceipt;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.Share;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** Receipts are numbered without a gap, once for the same money; what is paid for a family is divided to the cent. */
class ReceiptsTest {

    private static final String BOOK = ReceiptCommand.book("main");

    private static ReceiptIssued issued(long number, String money) {
        return new ReceiptIssued(BOOK, "main", number, money, "pay", "v1", usd(2500), List.of(), NOON);
    }

    private static IssueReceipt issue(String money) {
        return new IssueReceipt(BOOK, "main", money, "pay", "v1", usd(2500), List.of());
    }

    @Test
    void theNextNumberFollowsTheLast() {
        Desk.fixture(Receipts.class)
                .givenNoPriorActivity()
                .when(issue("a1"), MetaData.emptyInstance())
                .expectEvents(issued(1, "a1"))
                .expectResultMessagePayload(1L);
        Desk.fixture(Receipts.class)
                .given(issued(1, "a1"), issued(2, "a2"))
                .when(issue("a3"))
                .expectEvents(issued(3, "a3"));
    }

    @Test
    void theSameMoneyHasOneReceipt() {
        Desk.fixture(Receipts.class)
                .given(issued(1, "a1"), issued(2, "a2"))
                .when(issue("a1"))
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Property
    void sharesAddUpToWhatWasPaid(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 99_999) Integer> amounts,
            @ForAll @IntRange(max = 800_000) int paid) {
        List<Share> shares = amounts.stream().map(a -> new Share("v", "p", a)).toList();
        List<Share> divided = Share.divide(shares, Math.min(paid, Share.sum(shares)));
        assertThat(Share.sum(divided)).isEqualTo(Math.min(paid, Share.sum(shares)));
        for (int i = 0; i < shares.size(); i++) {
            assertThat(divided.get(i).amount()).isBetween(0L, shares.get(i).amount());
        }
    }
}
