package carequeue.api.payment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;

/**
 * What one visit has in a payment for several, such as a family's.
 *
 * @param amount in minor units of the payment's currency
 */
public record Share(
        @NotBlank String visitId,
        @NotBlank String patientId,
        @Positive long amount) {

    /** The sum of the shares. */
    public static long sum(List<Share> shares) {
        return shares.stream().mapToLong(Share::amount).reduce(0, Math::addExact);
    }

    /** Divides a part that was paid in the ratio of the shares, to the cent; what cannot be divided goes to the first. */
    public static List<Share> divide(List<Share> shares, long part) {
        long whole = sum(shares);
        List<Share> divided = new ArrayList<>();
        long before = 0;
        long given = 0;
        for (Share share : shares) {
            before += share.amount();
            // Rounded up along the way, so that the sum is the part whatever the shares are.
            long upTo = -Math.floorDiv(-Math.multiplyExact(part, before), whole);
            divided.add(new Share(share.visitId(), share.patientId(), upTo - given));
            given = upTo;
        }
        return divided;
    }
}
