package carequeue.query.payments;

import carequeue.api.Money;
import carequeue.api.payment.Basis;
import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.RefundState;
import carequeue.api.payment.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A payment as its fold knows it; sums in minor units of its currency. */
record Account(Asked asked, Owed owed, List<Tried> attempts, List<Back> refunds, List<Dispute> disputes) {

    /** How it was asked for. */
    record Asked(
            String paymentId,
            String siteId,
            LocalDate businessDay,
            String visitId,
            String appointmentId,
            String patientId,
            PaymentPurpose purpose,
            String currency,
            List<Share> shares,
            Basis basis,
            String by,
            Instant at) {
        Asked ofPatient(String now) {
            return new Asked(
                    paymentId,
                    siteId,
                    businessDay,
                    visitId,
                    appointmentId,
                    now,
                    purpose,
                    currency,
                    shares,
                    basis,
                    by,
                    at);
        }
    }

    /** Money given back, or on its way. */
    record Back(
            String refundId, String attemptId, long amount, RefundState state, String reason, String by, Instant at) {
        Back now(RefundState next) {
            return new Back(refundId, attemptId, amount, next, reason, by, at);
        }
    }

    /** Money that a card's holder wants back from the bank. */
    record Dispute(String disputeId, String attemptId, long amount, DisputeState state, String code, Instant at) {
        Dispute now(DisputeState next) {
            return new Dispute(disputeId, attemptId, amount, next, code, at);
        }
    }

    Account ofPatient(String now) {
        return new Account(asked.ofPatient(now), owed, attempts, refunds, disputes);
    }

    Account with(Owed now) {
        return new Account(asked, now, attempts, refunds, disputes);
    }

    Account tried(List<Tried> now) {
        return new Account(asked, owed, now, refunds, disputes);
    }

    Account back(List<Back> now) {
        return new Account(asked, owed, attempts, now, disputes);
    }

    Account disputed(List<Dispute> now) {
        return new Account(asked, owed, attempts, refunds, now);
    }

    Money money(long amount) {
        return new Money(amount, asked.currency());
    }

    /** Every visit that has something in it. */
    List<String> visits() {
        return Stream.concat(
                        Stream.ofNullable(asked.visitId()),
                        asked.shares().stream().map(Share::visitId))
                .distinct()
                .toList();
    }

    /** What was taken and not handed back over the counter. */
    long captured() {
        return attempts.stream().mapToLong(a -> a.course().captured()).sum();
    }

    /** What is reserved on cards and not taken yet. */
    long authorised() {
        return attempts.stream().mapToLong(a -> a.course().reserved()).sum();
    }

    /** What has gone back. */
    long refunded() {
        return refunds.stream()
                .filter(r -> r.state() == RefundState.DONE)
                .mapToLong(Back::amount)
                .sum();
    }

    boolean refunding() {
        return refunds.stream().anyMatch(r -> r.state() == RefundState.REQUESTED || r.state() == RefundState.PENDING);
    }

    long disputed(DisputeState state) {
        return disputes.stream()
                .filter(d -> d.state() == state)
                .mapToLong(Dispute::amount)
                .sum();
    }

    /** What is still to be collected. */
    long rest() {
        return Math.max(0, owed.due() - captured() - authorised());
    }

    /** The attempt that may still take money, if there is one. */
    Optional<Tried> unresolved() {
        return attempts.stream().filter(Tried::unresolved).findFirst();
    }
}
