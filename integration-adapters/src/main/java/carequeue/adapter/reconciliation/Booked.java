package carequeue.adapter.reconciliation;

import carequeue.api.Money;

/**
 * Money as our history has it.
 *
 * @param providerId the provider's name of it, or null
 * @param ourId the attempt, refund or dispute
 * @param amount what was taken or given back; of what was neither, nothing
 * @param stands such as {@code captured, failed, done, requested, open}
 */
record Booked(
        String ourId,
        String attemptId,
        String paymentId,
        String siteId,
        String providerId,
        Money amount,
        String stands) {}
