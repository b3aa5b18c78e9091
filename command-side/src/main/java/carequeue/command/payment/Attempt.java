package carequeue.command.payment;

import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.PaymentMethod;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One attempt at a payment, as its events left it. */
final class Attempt {

    final String id;
    final PaymentMethod method;
    /** What was to be charged, in minor units. */
    final long amount;

    final boolean manual;
    final String readerId;
    final String paymentMethodId;
    final String by;
    final Instant at;
    /** The till that took it, null for a card. */
    final String tillId;

    AttemptState state;
    String providerId;
    long authorised;
    long captured;
    boolean capturing;
    boolean cancelling;

    private Attempt(
            String id,
            PaymentMethod method,
            long amount,
            boolean manual,
            String readerId,
            String paymentMethodId,
            String by,
            Instant at,
            String tillId) {
        this.id = id;
        this.method = method;
        this.amount = amount;
        this.manual = manual;
        this.readerId = readerId;
        this.paymentMethodId = paymentMethodId;
        this.by = by;
        this.at = at;
        this.tillId = tillId;
    }

    static Attempt of(AttemptStarted e) {
        Attempt attempt = new Attempt(
                e.attemptId(),
                e.method(),
                e.amount().amount(),
                e.manual(),
                e.readerId(),
                e.paymentMethodId(),
                e.by(),
                e.at(),
                null);
        attempt.state = AttemptState.STARTED;
        return attempt;
    }

    static Attempt of(CashTaken e) {
        Attempt attempt = new Attempt(
                e.attemptId(), PaymentMethod.CASH, e.amount().amount(), false, null, null, e.by(), e.at(), e.tillId());
        attempt.state = AttemptState.CAPTURED;
        attempt.captured = e.amount().amount();
        return attempt;
    }

    /** Whether it may still take or let go of money, so that nothing else may be charged. */
    boolean unresolved() {
        return state.unresolved() || state == AttemptState.AUTHORISED && (capturing || cancelling);
    }

    /** Notes the provider's identifier where it is told. */
    Attempt known(String provider) {
        providerId = provider == null ? providerId : provider;
        return this;
    }

    void becomes(AttemptState next) {
        state = next;
    }

    /** It can take no money any more. */
    void ends(AttemptState how) {
        state = how;
        authorised = 0;
        capturing = false;
        cancelling = false;
    }

    private List<Object> known() {
        return Arrays.asList(id, amount, at, tillId, state, providerId, authorised, captured, capturing, cancelling);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attempt attempt && known().equals(attempt.known());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
