package carequeue.command.payment;

import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.OwedEvent;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.RefundEvent;
import carequeue.api.payment.RefundEvent.*;
import carequeue.api.payment.RefundState;

/** How each event changes a payment's ledger. */
final class Fold {

    private Fold() {}

    static void into(Ledger l, PaymentEvent event) {
        if (event instanceof OwedEvent e) {
            owed(l, e);
        } else if (event instanceof AttemptEvent e) {
            attempt(l, e);
        } else if (event instanceof RefundEvent e) {
            refund(l, e);
        }
    }

    private static void owed(Ledger l, OwedEvent event) {
        if (event instanceof PaymentRequested e) {
            l.asked = e;
            l.patientId = e.patientId();
            l.owed = e.amount().amount();
        } else if (event instanceof AmountRevised e) {
            l.owed = e.amount().amount();
        } else if (event instanceof PaymentAssigned e) {
            l.patientId = e.patientId();
        } else if (event instanceof MoreOwed e) {
            l.more += e.difference().amount();
        } else if (event instanceof PaymentHeld) {
            l.held = true;
            l.postponed = false;
        } else if (event instanceof PaymentPostponed) {
            l.postponed = true;
            l.held = false;
        } else if (event instanceof ApprovalAsked e) {
            l.approvals.put(e.what(), e);
        } else if (event instanceof PaymentWaived e) {
            l.waived += e.amount().amount();
            l.approvals.remove(Approval.WAIVER);
        } else if (event instanceof PaymentWrittenOff e) {
            l.writtenOff += e.amount().amount();
            l.approvals.remove(Approval.WRITE_OFF);
        } else if (event instanceof VoidRequested e) {
            l.voidWanted = true;
            l.voidReason = e.reason();
        } else if (event instanceof PaymentVoided) {
            l.voided = true;
        } else if (event instanceof PaymentPatienceEnded e) {
            l.ended.add(e.step());
        }
    }

    private static void attempt(Ledger l, AttemptEvent event) {
        if (event instanceof AttemptStarted e) {
            l.failed = false;
            l.attempts.put(e.attemptId(), Attempt.of(e));
        } else if (event instanceof CashTaken e) {
            l.attempts.put(e.attemptId(), Attempt.of(e));
        } else {
            known(l, l.attempts.get(event.attemptId()), event);
        }
    }

    private static void known(Ledger l, Attempt a, AttemptEvent event) {
        if (event instanceof ActionRequired e) {
            a.known(e.providerId()).becomes(AttemptState.REQUIRES_ACTION);
        } else if (event instanceof AttemptProcessing e) {
            a.known(e.providerId()).becomes(AttemptState.PROCESSING);
        } else if (event instanceof AttemptUnclear e) {
            a.known(e.providerId()).becomes(AttemptState.UNKNOWN);
        } else if (event instanceof AttemptAuthorised e) {
            a.known(e.providerId()).becomes(AttemptState.AUTHORISED);
            a.authorised = e.amount().amount();
        } else if (event instanceof CaptureRequested) {
            a.capturing = true;
        } else if (event instanceof CancelRequested) {
            a.cancelling = true;
        } else if (event instanceof AttemptCaptured e) {
            a.known(e.providerId()).ends(AttemptState.CAPTURED);
            a.captured = e.amount().amount();
        } else if (event instanceof CashReturned e) {
            a.captured -= e.amount().amount();
        } else if (event instanceof AttemptFailed e) {
            a.known(e.providerId()).ends(AttemptState.FAILED);
            l.failed = true;
        } else if (event instanceof AttemptCancelled e) {
            a.known(e.providerId()).ends(AttemptState.CANCELLED);
            l.failed = true;
        }
    }

    private static void refund(Ledger l, RefundEvent event) {
        if (event instanceof RefundProposed e) {
            l.proposed += e.amount().amount();
        } else if (event instanceof RefundRequested e) {
            l.approvals.remove(Approval.REFUND);
            put(l, e.refundId(), new Refund(e.attemptId(), e.amount().amount(), e.tillId(), RefundState.REQUESTED));
        } else if (event instanceof OutsideRefundNoted e) {
            put(l, e.refundId(), new Refund(e.attemptId(), e.amount().amount(), null, RefundState.REQUESTED));
        } else if (event instanceof RefundPending e) {
            put(l, e.refundId(), l.refunds.get(e.refundId()).now(RefundState.PENDING));
        } else if (event instanceof RefundDone e) {
            put(l, e.refundId(), l.refunds.get(e.refundId()).now(RefundState.DONE));
        } else if (event instanceof RefundFailed e) {
            put(l, e.refundId(), l.refunds.get(e.refundId()).now(RefundState.FAILED));
        } else if (event instanceof DisputeOpened e) {
            l.disputes.put(e.disputeId(), new Dispute(e.attemptId(), e.amount().amount(), DisputeState.OPEN));
        } else if (event instanceof DisputeWon e) {
            l.disputes.computeIfPresent(e.disputeId(), (id, d) -> d.now(DisputeState.WON));
        } else if (event instanceof DisputeLost e) {
            l.disputes.computeIfPresent(e.disputeId(), (id, d) -> d.now(DisputeState.LOST));
        }
    }

    private static void put(Ledger l, String refundId, Refund refund) {
        l.refunds.put(refundId, refund);
    }
}
