package carequeue.api.notification;

import carequeue.api.Refused;
import carequeue.api.site.Given;
import carequeue.api.site.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which rules patients are told.
 *
 * @param order the ways in which they are tried
 * @param quietFrom from when reminders and receipts wait, in the site's time; equal to {@code quietUntil}: never
 * @param receiptWithin how long the word that a message arrived is waited for, by way
 * @param remindAt when patients are told of their appointment, on the day before it, in the site's time
 * @param allowedUnasked the ways that may be used as long as the patient has not said anything
 */
public record NotifyPolicy(
        String name,
        int version,
        List<MessageChannel> order,
        LocalTime quietFrom,
        LocalTime quietUntil,
        LocalTime remindAt,
        Map<MessageChannel, Duration> receiptWithin,
        Set<MessageChannel> allowedUnasked)
        implements Policy {

    /** The policy a site starts with. */
    public static final NotifyPolicy DEFAULT = new NotifyPolicy(
            "notify",
            1,
            List.of(MessageChannel.PUSH, MessageChannel.SMS, MessageChannel.EMAIL),
            LocalTime.of(21, 0),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            Map.of(
                    MessageChannel.PUSH,
                    Duration.ofMinutes(1),
                    MessageChannel.SMS,
                    Duration.ofMinutes(5),
                    MessageChannel.EMAIL,
                    Duration.ofMinutes(30)),
            Set.of());

    public NotifyPolicy {
        remindAt = remindAt == null ? LocalTime.of(17, 0) : remindAt;
        if (order == null || quietFrom == null || quietUntil == null || allowedUnasked == null) {
            throw new Refused.BadField("", "needs order, quietFrom, quietUntil and allowedUnasked");
        } else if (receiptWithin == null || !receiptWithin.keySet().containsAll(order)) {
            throw new Refused.BadField("/receiptWithin", "names a time for each way of the order");
        }
        receiptWithin.forEach((way, wait) -> Given.positive("/receiptWithin/" + way, wait));
        order = List.copyOf(order);
        receiptWithin = Map.copyOf(receiptWithin);
        allowedUnasked = Set.copyOf(allowedUnasked);
    }

    /** When a message of a kind may go out that is ready at an instant: then, or when the quiet hours end. */
    public Instant mayGoOut(MessageKind kind, Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        if (kind == MessageKind.VISIT || !quiet(local.toLocalTime())) {
            return at;
        }
        boolean untilTomorrow =
                quietUntil.isBefore(quietFrom) && !local.toLocalTime().isBefore(quietFrom);
        LocalDate day = untilTomorrow ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return first(day.atTime(quietUntil), at, zone);
    }

    /** The first instant after another at which the clocks show a time, or have jumped over it. */
    private static Instant first(LocalDateTime time, Instant after, ZoneId zone) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(time);
        if (jump != null && jump.isGap()) {
            return jump.getInstant();
        }
        ZonedDateTime shown = time.atZone(zone);
        return shown.toInstant().isAfter(after)
                ? shown.toInstant()
                : shown.withLaterOffsetAtOverlap().toInstant();
    }

    private boolean quiet(LocalTime time) {
        return quietFrom.isBefore(quietUntil)
                ? !time.isBefore(quietFrom) && time.isBefore(quietUntil)
                : !quietFrom.equals(quietUntil) && (!time.isBefore(quietFrom) || time.isBefore(quietUntil));
    }
}
