package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.claim.BalanceEvent.BalanceOverpaid;
import carequeue.api.claim.BalanceEvent.BalanceOwed;
import carequeue.api.claim.BalanceEvent.Less;
import carequeue.api.payment.Basis;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.ReviseAmount;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a balance asks of the patient, or gives back. */
class BalanceCourseTest extends BalancePlay {

    private final BalanceCourse course = new BalanceCourse(told.orders(), sites);

    private static BalanceOwed owed() {
        return new BalanceOwed(
                "b", "v1", "main", "p1", "pay2", usd(1500), usd(4000), usd(2500), "standard", 1, POLICY.terms(), NOON);
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
