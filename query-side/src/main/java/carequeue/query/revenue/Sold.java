package carequeue.query.revenue;

import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.RefundEvent.DisputeOpened;
import carequeue.api.payment.RefundEvent.OutsideRefundNoted;
import carequeue.api.payment.RefundEvent.RefundRequested;
import carequeue.api.payment.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What of a payment its movements are attributed to; {@code ways} are its attempts, refunds and disputes with the method of each. */
record Sold(
        String siteId,
        LocalDate businessDay,
        String visitId,
        String appointmentId,
        PaymentPurpose purpose,
        List<Share> shares,
        List<Way> ways) {

    /** An attempt, refund or dispute and how its money goes. */
    record Way(String id, PaymentMethod method) {}

    /** What is known after an event; {@code before} is null where nothing was asked for yet. */
    static Sold on(Sold before, PaymentEvent event) {
        if (event instanceof PaymentRequested e) {
            List<Share> shares = e.shares() == null ? List.of() : e.shares();
            return before == null
                    ? new Sold(
                            e.siteId(), e.businessDay(), e.visitId(), e.appointmentId(), e.purpose(), shares, List.of())
                    : before;
        } else if (before == null) {
            return null;
        } else if (event instanceof AttemptStarted e) {
            return before.plus(e.attemptId(), e.method());
        } else if (event instanceof CashTaken e) {
            return before.plus(e.attemptId(), PaymentMethod.CASH);
        } else if (event instanceof RefundRequested e) {
            return before.plus(e.refundId(), e.method());
        } else if (event instanceof OutsideRefundNoted e) {
            return before.plus(e.refundId(), before.method(e.attemptId()));
        }
        return event instanceof DisputeOpened e ? before.plus(e.disputeId(), before.method(e.attemptId())) : before;
    }

    /** How the money of an attempt, refund or dispute goes, or null. */
    PaymentMethod method(String id) {
        return ways.stream()
                .filter(way -> way.id().equals(id))
                .findFirst()
                .map(Way::method)
                .orElse(null);
    }

    private Sold plus(String id, PaymentMethod method) {
        List<Way> more = new ArrayList<>(ways);
        more.removeIf(way -> way.id().equals(id));
        more.add(new Way(id, method));
        return new Sold(siteId, businessDay, visitId, appointmentId, purpose, shares, more);
    }
}
