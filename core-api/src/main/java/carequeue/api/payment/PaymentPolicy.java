package carequeue.api.payment;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.site.Given;
import carequeue.api.site.Policy;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What a site asks of its patients and how it goes about it; a named value with a version, passed in the orders that it decides.
 *
 * @param defaultCoPay asked when the payer's answer is not known, in minor units; 0 asks nothing
 * @param prices what a service costs who pays for themselves, in minor units
 * @param atCheckIn who is asked by the check-in itself; anybody else is asked by hand
 * @param holdUnpaid whether the entry of who was asked at the check-in is held until it is paid, waived or put off
 * @param noShowFee asked of who was booked and did not come, in minor units; 0 asks nothing
 * @param deposit asked when an appointment is booked here, in minor units; 0 asks nothing
 */
public record PaymentPolicy(
        String name,
        int version,
        String currency,
        long defaultCoPay,
        Map<String, Long> prices,
        Duration answerPatience,
        Duration personPatience,
        Duration linkPatience,
        int retries,
        int attemptsAtMost,
        AfterFailure afterFailure,
        Map<String, Long> waivers,
        long secondPersonAbove,
        boolean cashRefunds,
        AtCheckIn atCheckIn,
        boolean holdUnpaid,
        long noShowFee,
        long deposit)
        implements Policy {

    /** The policy a site starts with. */
    public static final PaymentPolicy DEFAULT = new PaymentPolicy(
            "standard",
            1,
            "USD",
            2500,
            Map.of("primary-care", 12000L, "urgent-care", 18000L, "lab", 6000L, "imaging", 25000L),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofHours(1),
            1,
            8,
            AfterFailure.HOLD,
            Map.of("manager", 100_000L),
            20_000,
            false,
            AtCheckIn.INSURED,
            false,
            0,
            0);

    public PaymentPolicy {
        atCheckIn = atCheckIn == null ? AtCheckIn.INSURED : atCheckIn;
        prices = prices == null ? Map.of() : Map.copyOf(prices);
        waivers = waivers == null ? Map.of() : Map.copyOf(waivers);
        Given.positive("/answerPatience", answerPatience);
        Given.positive("/personPatience", personPatience);
        Given.positive("/linkPatience", linkPatience);
        Given.notNegative("/defaultCoPay", defaultCoPay);
        Given.notNegative("/noShowFee", noShowFee);
        Given.notNegative("/deposit", deposit);
        Given.notNegative("/retries", retries);
        Given.notNegative("/attemptsAtMost", attemptsAtMost);
        Given.notNegative("/secondPersonAbove", secondPersonAbove);
        prices.forEach((service, price) -> Given.notNegative("/prices/" + service, price));
        waivers.forEach((role, limit) -> Given.notNegative("/waivers/" + role, limit));
        if (afterFailure == null) {
            throw new Refused.BadField("/afterFailure", "is hold or pay-later");
        }
    }

    @Override
    public void mustBeUsable() {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(c -> c.getCurrencyCode().equals(currency))) {
            throw new Refused.BadField("/currency", "is not a currency of ISO 4217");
        }
    }

    /** What of it stays on a payment. */
    public PaymentTerms terms() {
        return new PaymentTerms(
                name + "/" + version,
                answerPatience,
                personPatience,
                linkPatience,
                retries,
                attemptsAtMost,
                afterFailure,
                waivers,
                secondPersonAbove,
                cashRefunds);
    }

    /** The price of a service for who pays for themselves, if it has one. */
    public Optional<Money> price(String serviceId) {
        return Optional.ofNullable(prices.get(serviceId)).map(amount -> new Money(amount, currency));
    }
}
