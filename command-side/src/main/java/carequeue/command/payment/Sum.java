package carequeue.command.payment;

import carequeue.api.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An amount in the body of an order, in minor units: as money, or only its number in the payment's own currency.
 *
 * @param currency null for the payment's own
 */
record Sum(Long amount, String currency) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Sum(@JsonProperty("amount") Long amount, @JsonProperty("currency") String currency) {
        this.amount = amount;
        this.currency = currency;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Sum of(long amount) {
        return new Sum(amount, null);
    }

    /** The minor units of an amount that may be missing; another currency than the payment's own is refused. */
    static Long of(Sum sum, String own, String field) {
        if (sum == null) {
            return null;
        } else if (sum.amount == null) {
            throw new Refused.BadField("/" + field + "/amount", "is needed");
        } else if (sum.currency != null && !sum.currency.equals(own)) {
            throw new Refused.BadField("/" + field + "/currency", "is not the payment's own");
        }
        return sum.amount;
    }
}
