package carequeue.adapter.payment.stripe;

import carequeue.api.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Amounts as Stripe counts them: its smallest unit is not for every currency the one of ISO 4217. */
final class StripeMoney {

    /** Stripe's "zero-decimal currencies", of which it counts UGX in hundredths nevertheless. */
    private static final Set<String> WHOLE = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    private static final Set<String> THOUSANDTHS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private StripeMoney() {}

    static String currency(Money money) {
        return money.currency().toLowerCase(Locale.ROOT);
    }

    /**
     * The amount as Stripe counts it.
     *
     * @throws ArithmeticException for a part of what Stripe counts in
     */
    static long count(Money money) {
        int theirs = digits(money.currency());
        return BigDecimal.valueOf(money.amount(), ours(money.currency()))
                .movePointRight(theirs)
                .longValueExact();
    }

    /** An amount that Stripe told. */
    static Money of(long count, String currency) {
        String name = currency.toUpperCase(Locale.ROOT);
        long amount = BigDecimal.valueOf(count, digits(name))
                .movePointRight(ours(name))
                .longValueExact();
        return new Money(amount, name);
    }

    private static int ours(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private static int digits(String currency) {
        if (WHOLE.contains(currency)) {
            return 0;
        }
        return THOUSANDTHS.contains(currency) ? 3 : 2;
    }
}
