package carequeue.api.visit;

import carequeue.api.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about visits and check-ins and their answers. */
public sealed interface VisitQuery {

    /** One visit; the answer is {@link VisitView} or null. */
    record FindVisit(String visitId) implements VisitQuery {}

    /** A visit's timeline; the answer is {@link Timeline}. */
    record FindTimeline(String visitId) implements VisitQuery {}

    /** A check-in's progress; the answer is {@link CheckIn} or null. */
    record FindCheckIn(String checkInId) implements VisitQuery {}

    /**
     * The path of the patient's own page, a secret that expires: whoever sends a message puts it in when the message goes out, so that it
     * stands in no event. The answer is a text, or null for an unknown visit.
     */
    record FindPatientLink(String visitId) implements VisitQuery {}

    /** The visits of a site that have something to be done; the answer is {@link Worklist}. */
    record FindOpenItems(String siteId) implements VisitQuery {}

    /** A visit as staff see it. */
    record VisitView(
            String visitId,
            String siteId,
            LocalDate date,
            VisitState state,
            Channel channel,
            String patientId,
            String patientName,
            String appointmentId,
            String queueId,
            String entryId,
            String ticket,
            Instant requestedAt,
            List<Item> openItems,
            List<Item> closedItems) {}

    /**
     * Something to be done, or done: {@code closedAt} and {@code how} are null while it is open.
     *
     * @param closedBy who closed it by hand, with {@code how} as their reason; null where it closed itself
     */
    record Item(String item, String detail, Instant since, Instant closedAt, String how, String closedBy) {}

    /** Every step of a visit, adapter calls and decisions included, in the order of history. */
    record Timeline(String visitId, List<Step> items) {}

    /** One step. */
    record Step(
            long position,
            String type,
            Instant at,
            Instant recordedAt,
            String actor,
            String channel,
            String text,
            String reason,
            String causationId) {}

    /** How far a check-in is: {@code running}, {@code done} or {@code refused}. */
    record CheckIn(
            String checkInId,
            String visitId,
            String appointmentId,
            String state,
            List<CheckInStep> steps,
            String ticket,
            String queueId,
            String entryId,
            List<String> openItems) {}

    /** One step of a check-in: {@code pending, done, skipped, open} or {@code failed}. */
    record CheckInStep(String name, String state, String detail, Instant at) {}

    /** Everything that is still to be done at a site. */
    record Worklist(List<WorklistLine> items) {}

    /** One thing to be done; {@code date} is the visit's business day, so that what is left of earlier days is seen. */
    record WorklistLine(
            String visitId,
            LocalDate date,
            String ticket,
            String patientName,
            String item,
            String detail,
            Instant since) {}
}
