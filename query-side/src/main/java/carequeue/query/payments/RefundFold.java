package carequeue.query.payments;

import carequeue.api.payment.DisputeState;
import carequeue.api.payment.RefundEvent;
import carequeue.api.payment.RefundEvent.DisputeLost;
import carequeue.api.payment.RefundEvent.DisputeOpened;
import carequeue.api.payment.RefundEvent.DisputeWon;
import carequeue.api.payment.RefundEvent.OutsideRefundNoted;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.RefundEvent.RefundFailed;
import carequeue.api.payment.RefundEvent.RefundPending;
import carequeue.api.payment.RefundEvent.RefundRequested;
import carequeue.api.payment.RefundState;
import carequeue.query.payments.Account.Back;
import carequeue.query.payments.Account.Dispute;
import java.util.ArrayList;
import java.util.List;

/** The fold of the money that goes back. */
final class RefundFold {

    private RefundFold() {}

    static Account on(Account account, RefundEvent event) {
        if (event instanceof RefundRequested e) {
            return plus(
                    account,
                    new Back(
                            e.refundId(),
                            e.attemptId(),
                            e.amount().amount(),
                            RefundState.REQUESTED,
                            e.reason(),
                            e.by(),
                            e.at()));
        } else if (event instanceof OutsideRefundNoted e) {
            return plus(
                    account,
                    new Back(
                            e.refundId(),
                            e.attemptId(),
                            e.amount().amount(),
                            RefundState.REQUESTED,
                            null,
                            null,
                            e.at()));
        } else if (event instanceof RefundPending e) {
            return now(account, e.refundId(), RefundState.PENDING);
        } else if (event instanceof RefundDone e) {
            return now(account, e.refundId(), RefundState.DONE);
        } else if (event instanceof RefundFailed e) {
            return now(account, e.refundId(), RefundState.FAILED);
        }
        return dispute(account, event);
    }

    private static Account dispute(Account account, RefundEvent event) {
        if (event instanceof DisputeOpened e) {
            List<Dispute> all = new ArrayList<>(account.disputes());
            all.removeIf(d -> d.disputeId().equals(e.disputeId()));
            all.add(new Dispute(
                    e.disputeId(), e.attemptId(), e.amount().amount(), DisputeState.OPEN, e.code(), e.at()));
            return account.disputed(all);
        } else if (event instanceof DisputeWon e) {
            return now(account, e.disputeId(), DisputeState.WON);
        }
        return event instanceof DisputeLost e ? now(account, e.disputeId(), DisputeState.LOST) : account;
    }

    private static Account plus(Account account, Back back) {
        List<Back> all = new ArrayList<>(account.refunds());
        all.removeIf(r -> r.refundId().equals(back.refundId()));
        all.add(back);
        return account.back(all);
    }

    private static Account now(Account account, String refundId, RefundState state) {
        return account.back(account.refunds().stream()
                .map(r -> r.refundId().equals(refundId) ? r.now(state) : r)
                .toList());
    }

    private static Account now(Account account, String disputeId, DisputeState state) {
        return account.disputed(account.disputes().stream()
                .map(d -> d.disputeId().equals(disputeId) ? d.now(state) : d)
                .toList());
    }
}
