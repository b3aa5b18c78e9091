package carequeue.api.payment;

import java.util.Locale;

/** Where one refund stands. */
public enum RefundState {
    REQUESTED,
    PENDING,
    DONE,
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
