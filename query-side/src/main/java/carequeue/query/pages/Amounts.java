package carequeue.query.pages;

import carequeue.api.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts of money as people read them. */
public record Amounts(Locale locale) {

    private static final int USUAL_DIGITS = 2;

    /** An amount as a language writes it, such as {@code 25.00 USD} or {@code 25,00 USD}. */
    public String text(Money money) {
        if (money == null) {
            return "";
        }
        int digits = fraction(money.currency());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits)) + " " + money.currency();
    }

    /** How many digits stand behind the point. */
    public int digits(String currency) {
        return fraction(currency);
    }

    /** An amount that is the same in every language. */
    public static String plain(Money money) {
        return money == null
                ? ""
                : BigDecimal.valueOf(money.amount(), fraction(money.currency())).toPlainString() + " "
                        + money.currency();
    }

    private static int fraction(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS;
        }
    }
}
