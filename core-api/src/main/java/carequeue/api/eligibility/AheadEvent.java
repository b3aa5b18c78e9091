package carequeue.api.eligibility;

import carequeue.api.EventName;
import java.time.Instant;
import java.time.LocalDate;

/** What happened in the evening before a business day, when the payers of its booked patients are asked. */
public sealed interface AheadEvent {

    /** The evening it happened in. */
    String aheadId();

    /** The site. */
    String siteId();

    /** The day for which the patients are booked. */
    LocalDate day();

    @EventName("ahead.planned")
    record AheadPlanned(String aheadId, String siteId, LocalDate day, Instant dueAt, AheadPolicy policy, Instant at)
            implements AheadEvent {}

    /** The patients of a batch are to be asked about; {@code cursor} is where it begins, null at the beginning. */
    @EventName("ahead.batch-due")
    record AheadBatchDue(String aheadId, String siteId, LocalDate day, int batch, int size, String cursor, Instant at)
            implements AheadEvent {}

    /** They were; {@code nextAt} is when the next batch is due, null after the last. */
    @EventName("ahead.batch-asked")
    record AheadBatchAsked(
            String aheadId,
            String siteId,
            LocalDate day,
            int batch,
            int asked,
            int selfPay,
            int failed,
            String cursor,
            Instant nextAt,
            Instant at)
            implements AheadEvent {}
}
