package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Refused;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceCommand.NoteAsked;
import carequeue.api.claim.BalanceCommand.NoteShare;
import carequeue.api.claim.BillingEvent.ClaimClosed;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.Share;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** What patients are asked for reaches their balances, and what a balance comes to reaches the patient; nothing in silence. */
class BalancesTest extends BalancePlay {

    private final EventStore history = mock(EventStore.class);
    private final Balances balances = new Balances(told.orders(), sites, history);

    private PaymentRequested requested(PaymentPurpose purpose, String visitId, Share... shares) {
        PaymentRequested e = new PaymentRequested(
                "pay",
                "main",
                LocalDate.of(2026, 11, 23),
                visitId,
                null,
                "p1",
                purpose,
                usd(3000),
                List.of(shares),
                null,
                POLICY.terms(),
                null,
                null,
                "fran",
                NOON);
        when(history.readEvents("pay"))
                .thenAnswer(i -> DomainEventStream.of(new GenericDomainEventMessage<>("Payment", "pay", 0, e)));
        return e;
    }

    private static NoteAsked noted(String visitId, String patientId, long amount) {
        return new NoteAsked(BalanceCommand.id(visitId), visitId, "main", patientId, "pay", usd(amount));
    }

    @Test
    void whatIsAskedRevisedAndVoidedIsNoted() {
        balances.on(requested(PaymentPurpose.CO_PAY, "v1"), MESSAGE);
        balances.on(new AmountRevised("pay", usd(3000), usd(2000), usd(2000), null, "x", NOON), MESSAGE);
        balances.on(new PaymentVoided("pay", "v1", "x", NOON), MESSAGE);
        assertThat(told.ordered)
                .containsExactly(noted("v1", "p1", 3000), noted("v1", "p1", 2000), noted("v1", "p1", 0));
    }

    @Test
    void aFamilysPaymentCountsForEachVisitByItsShare() {
        Share one = new Share("v1", "p1", 1000);
        Share two = new Share("v2", "p2", 2000);
        balances.on(requested(PaymentPurpose.CO_PAY, "v1", one, two), MESSAGE);
        balances.on(new AmountRevised("pay", usd(3000), usd(1500), usd(1500), null, "x", NOON), MESSAGE);
        assertThat(told.ordered)
                .containsExactly(
                        noted("v1", "p1", 1000),
                        noted("v2", "p2", 2000),
                        noted("v1", "p1", 500),
                        noted("v2", "p2", 1000));
    }

    @Test
    void whatIsOfNoVisitIsNot() {
        balances.on(requested(PaymentPurpose.NO_SHOW_FEE, "v1"), MESSAGE);
        balances.on(requested(PaymentPurpose.DEPOSIT, null), MESSAGE);
        assertThat(told.ordered).isEmpty();
    }

    @Test
    void theLastPayersWordIsThePatientsShare() {
        NoteShare share = new NoteShare(BalanceCommand.id("v1"), "v1", "main", "p1", "cl", usd(4000), POLICY);
        balances.on(decided(Decision.PROCESSED, false), MESSAGE);
        balances.on(decided(Decision.DENIED, true), MESSAGE);
        assertThat(told.ordered).isEmpty();
        balances.on(decided(Decision.PROCESSED, true), MESSAGE);
        assertThat(told.ordered).containsExactly(share);
        told.ordered.clear();
        balances.on(new ClaimClosed("cl", "main", "p1", "v1", usd(4000), false, "x", NOON), MESSAGE);
        assertThat(told.ordered).isEmpty();
        balances.on(new ClaimClosed("cl", "main", "p1", "v1", usd(4000), true, "x", NOON), MESSAGE);
        assertThat(told.ordered).containsExactly(share);
    }

    @Test
    void aShareThatCannotBeNotedIsOnTheWorklist() {
        told.answering(NoteShare.class, new Refused.BadField("/amount/currency", "is another"));
        balances.on(decided(Decision.PROCESSED, true), MESSAGE);
        assertThat(told.order(RaiseItem.class).item()).isEqualTo(OpenItem.BALANCE_DIFFERS);
    }
}
