package carequeue.api.payment;

import java.util.Locale;

/** What an amount is owed for. */
public enum PaymentPurpose {
    CO_PAY,
    DEDUCTIBLE,
    SELF_PAY,
    BALANCE,
    NO_SHOW_FEE,
    DEPOSIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
