package carequeue.adapter.x12;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Transactions of one kind between two applications.
 *
 * @param functionalId such as {@code HS} for 270, {@code HB} for 271, {@code HC} for 837, {@code HP} for 835, {@code HN} for 277, {@code FA} for 999
 * @param sender the application code of GS02
 * @param receiver of GS03
 * @param version of GS08, such as {@code 005010X279A1}
 */
public record FunctionalGroup(
        String functionalId,
        String sender,
        String receiver,
        LocalDateTime at,
        String controlNumber,
        String version,
        List<Transaction> transactions) {

    public FunctionalGroup {
        transactions = List.copyOf(transactions);
    }
}
