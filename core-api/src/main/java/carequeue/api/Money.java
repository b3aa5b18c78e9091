package carequeue.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An amount of money.
 *
 * @param amount in minor units (cents)
 * @param currency ISO 4217, such as {@code USD}
 */
public record Money(
        long amount, @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}
