package carequeue.query.reconciliation;

import carequeue.api.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One difference; what one ledger does not have is null.
 *
 * @param account the provider's account, empty for that of the key
 * @param kind {@code missing-here, missing-there, amount} or {@code state}
 * @param what {@code charge, refund} or {@code dispute}
 * @param state {@code open}, {@code closed} by a person, or {@code gone} by later news
 */
record Differing(
        String differenceId,
        String account,
        String siteId,
        LocalDate date,
        String kind,
        String what,
        String providerId,
        String paymentId,
        String attemptId,
        Money ours,
        Money theirs,
        String standsOurs,
        String standsTheirs,
        Instant foundAt,
        String state,
        Instant closedAt,
        String closedBy,
        String reason) {}
