package carequeue.api.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders to the questions of one evening: the coverages of a site's booked patients are asked about for the day after. */
public sealed interface AheadCommand {

    /** The evening's identifier, see {@link #id}. */
    String aheadId();

    /** Arranges the evening before a business day; harmless when that is done. */
    record PlanAhead(
            @TargetAggregateIdentifier String aheadId, String siteId, LocalDate day, Instant dueAt, AheadPolicy policy)
            implements AheadCommand {}

    /**
     * One batch was gone through.
     *
     * @param asked for how many of its patients a payer was asked or had answered
     * @param selfPay how many have no coverage for that day
     * @param failed how many could not be asked about
     * @param cursor where the next batch begins, null after the last
     */
    record NoteBatch(
            @TargetAggregateIdentifier String aheadId, int batch, int asked, int selfPay, int failed, String cursor)
            implements AheadCommand {}

    /** It is time: {@code batch-1} in the evening, the others after a pause each. */
    record ElapseAhead(@TargetAggregateIdentifier String aheadId, String step) implements AheadCommand {}

    /** The evening before a business day of a site. */
    static String id(String siteId, LocalDate day) {
        return "ahead." + siteId + "." + day;
    }
}
