package carequeue.command.payment;

import carequeue.api.Money;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.OwedEvent.Approval;
import carequeue.api.payment.OwedEvent.ApprovalAsked;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.RefundState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a payment's events add up to: sums in minor units, never less than nothing. */
final class Ledger {

    PaymentRequested asked;
    String patientId;
    long owed;
    long waived;
    long writtenOff;
    long proposed;
    /** What is owed beyond what was asked, and is asked for by another payment. */
    long more;

    boolean failed;
    boolean held;
    boolean postponed;
    boolean voidWanted;
    String voidReason;
    boolean voided;
    final Map<String, Attempt> attempts = new LinkedHashMap<>();
    final Map<String, Refund> refunds = new LinkedHashMap<>();
    final Map<String, Dispute> disputes = new LinkedHashMap<>();
    final Map<Approval, ApprovalAsked> approvals = new LinkedHashMap<>();
    final Set<String> ended = new HashSet<>();

    Money money(long amount) {
        return new Money(amount, asked.amount().currency());
    }

    /** What was taken and not handed back over the counter. */
    long captured() {
        return attempts.values().stream().mapToLong(a -> a.captured).sum();
    }

    /** What is reserved on cards and not taken yet. */
    long authorised() {
        return attempts.values().stream()
                .filter(a -> a.state == AttemptState.AUTHORISED)
                .mapToLong(a -> a.authorised)
                .sum();
    }

    /** What has gone back. */
    long refunded() {
        return back(r -> r.state() == RefundState.DONE);
    }

    /** What has gone back or is on its way. */
    long goingBack() {
        return back(Refund::counts);
    }

    private long back(Predicate<Refund> which) {
        return refunds.values().stream().filter(which).mapToLong(Refund::amount).sum();
    }

    long lost() {
        return disputed(DisputeState.LOST);
    }

    long disputed(DisputeState state) {
        return disputes.values().stream()
                .filter(d -> d.state() == state)
                .mapToLong(Dispute::amount)
                .sum();
    }

    /** What is owed after what was let go. */
    long due() {
        return voidWanted ? 0 : Math.max(0, owed - waived - writtenOff);
    }

    /** What an authorisation is good for: no more than is owed. */
    long toCapture(Attempt attempt) {
        return Math.min(attempt.authorised, Math.max(0, due() - captured()));
    }

    /** What is still to be collected. */
    long rest() {
        return Math.max(0, due() - captured() - authorised());
    }

    /** What was taken beyond what is owed, and has not gone back. */
    long overpaid() {
        return Math.max(0, captured() - goingBack() - lost() - due());
    }

    /** What was taken beyond what is owed and nobody was told of yet. */
    long unproposed() {
        return overpaid() - Math.max(0, proposed - goingBack());
    }

    /** What can be given back. */
    long refundable() {
        return attempts.values().stream().mapToLong(this::refundable).sum();
    }

    long refundable(Attempt attempt) {
        long back = back(r -> r.counts() && r.attemptId().equals(attempt.id));
        long claimed = disputes.values().stream()
                .filter(d -> d.state() != DisputeState.WON && d.attemptId().equals(attempt.id))
                .mapToLong(Dispute::amount)
                .sum();
        return Math.max(0, attempt.captured - back - claimed);
    }

    boolean refunding() {
        return refunds.values().stream().anyMatch(Refund::isOnItsWay);
    }

    /** The attempt that may still take money, if there is one. */
    Optional<Attempt> unresolved() {
        return attempts.values().stream().filter(Attempt::unresolved).findFirst();
    }

    Optional<Attempt> attempt(String id) {
        return Optional.ofNullable(attempts.get(id));
    }

    /** The attempts, the last first. */
    List<Attempt> lastFirst() {
        List<Attempt> last = new ArrayList<>(attempts.values());
        Collections.reverse(last);
        return last;
    }
}
