package carequeue.query.revenue;

import java.time.LocalDate;

/**
 * What one visit has in one movement of money; never changes once it is written.
 *
 * @param purpose the word for what it was owed for
 * @param method the word for how it was met, or null
 * @param payerName of a payer that pays by itself, null where a patient pays
 */
record MoneyRow(
        String siteId,
        LocalDate businessDay,
        String visitId,
        String appointmentId,
        String purpose,
        String method,
        String payerName,
        long amount,
        String currency,
        String actor) {

    /** The payment, the position of its event, and which part of the movement. */
    record Key(String paymentId, long position, int part) {}
}
