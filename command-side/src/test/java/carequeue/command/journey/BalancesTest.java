package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BalanceCommand;
import carequeue.api.claim.BalanceCommand.NoteAsked;
import carequeue.api.claim.BalanceCommand.NoteShare;
import carequeue.api.claim.BalanceEvent.BalanceOverpaid;
import carequeue.api.claim.BalanceEvent.BalanceOwed;
import carequeue.api.claim.BalanceEvent.Less;
import carequeue.api.claim.BillingEvent.ClaimClosed;
import carequeue.api.claim.PayerEvent.ClaimAdjudicated;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.ReviseAmount;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.Share;
import carequeue.api.site.Sites;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** What patients are asked for reaches their balances, and what a balance comes to reaches the patient; nothing in silence. */
class BalancesTest {

    private static final EventMessage<?> MESSAGE = GenericEventMessage.asEventMessage("any");
    private static final PaymentPolicy POLICY = PaymentPolicy.DEFAULT;

    private final EventStore history = mock(EventStore.class);
    private final Told told = new Told(
            NoteAsked.class,
            NoteShare.class,
            RequestPayment.class,
            ReviseAmount.class,
            VoidPayment.class,
            ProposeRefund.class,
            RaiseItem.class);
    private final Sites sites = new Sites(List.of(Play.SITE));
    private final Balances balances = new Balances(told.orders(), sites, history);
    private final BalanceCourse course = new BalanceCourse(told.orders(), sites);

    private static Money usd(long amount) {
        return new Money(amount, "USD");
    }

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

    private static ClaimAdjudicated decided(Decision decision, boolean last) {
        Adjudication a = new Adjudication("d1", decision, usd(1), usd(1), usd(1), List.of(), null, false, List.of());
        return new ClaimAdjudicated(
                "cl", "main", "p1", "v1", 1, CoverageOrder.PRIMARY, a, usd(4000), last, 2, null, NOON);
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

    private static BalanceOwed owed() {
        return new BalanceOwed(
                "b", "v1", "main", "p1", "pay2", usd(1500), usd(4000), usd(2500), "standard", 1, POLICY.terms(), NOON);
    }

    @Test
    void whatIsLeftIsAskedForAsABalanceWithItsReasons() {
        course.on(owed(), MESSAGE);
        RequestPayment order = told.order(RequestPayment.class);
        assertThat(order.paymentId()).isEqualTo("pay2");
        assertThat(order.purpose()).isEqualTo(PaymentPurpose.BALANCE);
        assertThat(order.amount()).isEqualTo(usd(1500));
        assertThat(order.visitId()).isEqualTo("v1");
        assertThat(order.businessDay()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(order.basis().source()).isEqualTo(Basis.Source.ADJUDICATION);
        assertThat(order.basis().lines())
                .containsExactly(new Basis.Line("patient-share", 4000), new Basis.Line("asked-before", -2500));
    }

    @Test
    void whatCannotBeAskedForIsOnTheWorklist() {
        told.answering(RequestPayment.class, new Refused.NotFound("site", "main"));
        course.on(owed(), MESSAGE);
        assertThat(told.order(RaiseItem.class))
                .isEqualTo(
                        new RaiseItem("v1", OpenItem.BALANCE_DIFFERS, "the patient owes 1500 USD more than was asked"));
    }

    private static BalanceOverpaid overpaid() {
        return new BalanceOverpaid(
                "b",
                "v1",
                "main",
                usd(1500),
                usd(2000),
                usd(3500),
                List.of(new Less("deposit", usd(1000), usd(0)), new Less("pay", usd(2500), usd(2000))),
                NOON);
    }

    @Test
    void whatWasAskedTooMuchIsTakenBackOrComesToLess() {
        course.on(overpaid(), MESSAGE);
        assertThat(told.order(VoidPayment.class).paymentId()).isEqualTo("deposit");
        assertThat(told.order(ReviseAmount.class).amount()).isEqualTo(usd(2000));
        assertThat(told.ordered).hasSize(2);
    }

    @Test
    void whatIsCollectedIsProposedToBeGivenBackAndElseIsOnTheWorklist() {
        told.answering(VoidPayment.class, new Refused.WrongState("captured", "The payment is captured."));
        told.answering(ReviseAmount.class, new Refused.WrongState("refunded", "The payment is refunded."));
        course.on(overpaid(), MESSAGE);
        assertThat(told.ordered.stream().filter(ProposeRefund.class::isInstance).toList())
                .containsExactly(
                        new ProposeRefund("deposit", 1000L, "the payers have decided"),
                        new ProposeRefund("pay", 500L, "the payers have decided"));
        assertThat(told.ordered.stream().filter(RaiseItem.class::isInstance)).isEmpty();
        told.answering(ProposeRefund.class, new Refused.WrongState("refunded", "The payment is refunded."));
        course.on(overpaid(), MESSAGE);
        assertThat(told.ordered.stream().filter(RaiseItem.class::isInstance)).hasSize(2);
    }
}
