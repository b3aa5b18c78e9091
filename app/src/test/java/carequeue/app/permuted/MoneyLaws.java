package carequeue.app.permuted;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.PayerEvent.ClaimAdjudicated;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.AttemptFailed;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.visit.OpenItem;
import java.util.Map;
import java.util.TreeMap;

/** What holds of the money of every visit. */
record MoneyLaws(Outcome outcome) {

    private static final long DEFAULT = 2500;

    /** The amounts asked, as they stand in the end, are what the last payer says, or the first, or the site's default: no more and no less. */
    void nothingIsAskedTwice() {
        assertThat(outcome.all(PaymentRequested.class))
                .extracting(PaymentRequested::paymentId)
                .as("%s payments", outcome)
                .doesNotHaveDuplicates();
        assertThat(owed()).as("%s owed", outcome).isEqualTo(outcome.isTakenIn() ? due() : 0);
        assertThat(outcome.all(AttemptCaptured.class))
                .extracting(AttemptCaptured::attemptId)
                .as("%s captures", outcome)
                .doesNotHaveDuplicates();
    }

    private long due() {
        if (outcome.all(ClaimAdjudicated.class).stream().anyMatch(ClaimAdjudicated::last)) {
            return Payers.LEFT;
        }
        return payerSpoke() ? outcome.journey().course.coPay() : DEFAULT;
    }

    private boolean payerSpoke() {
        return new VisitLaws(outcome).payerSpoke(CoverageOrder.PRIMARY);
    }

    private long owed() {
        Map<String, Long> amounts = new TreeMap<>();
        for (Object event : outcome.events()) {
            if (event instanceof PaymentRequested e) {
                amounts.put(e.paymentId(), e.amount().amount());
            } else if (event instanceof AmountRevised e) {
                amounts.put(e.paymentId(), e.amount().amount());
            }
        }
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    private long taken() {
        return outcome.sum(AttemptCaptured.class, e -> e.amount().amount())
                - outcome.sum(RefundDone.class, e -> e.amount().amount());
    }

    void theLedgerAddsUp() {
        assertThat(outcome.sum(ReceiptIssued.class, e -> e.amount().amount()))
                .as("%s receipts", outcome)
                .isEqualTo(taken());
        assertThat(taken()).as("%s taken", outcome).isBetween(0L, owed());
    }

    /** Each attempt ends once, and what is not paid is on the worklist and still followed. */
    void whatIsOwedIsSeen() {
        assertThat(outcome.all(AttemptFailed.class))
                .extracting(AttemptFailed::attemptId)
                .as("%s failures", outcome)
                .doesNotHaveDuplicates();
        assertThat(outcome.open().contains(OpenItem.CO_PAY_UNPAID))
                .as("%s co-pay open", outcome)
                .isEqualTo(taken() < owed());
        boolean waits = outcome.processes().contains("CoPaySaga");
        if (taken() < owed()) {
            assertThat(waits).as("%s payment followed", outcome).isTrue();
        } else if (payerSpoke() && unanswered() == 0) {
            assertThat(waits).as("%s payment followed for nothing", outcome).isFalse();
        }
    }

    private long unanswered() {
        return outcome.all(AttemptStarted.class).size()
                - outcome.all(AttemptCaptured.class).size()
                - outcome.all(AttemptFailed.class).size();
    }
}
