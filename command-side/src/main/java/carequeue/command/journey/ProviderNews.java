package carequeue.command.journey;

import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.site.Site;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What a patient is told when the provider whom they came for, or are to come for, is away; once for each absence. */
final class ProviderNews {

    private ProviderNews() {}

    /** To who is expected; worth telling until the appointment. */
    static RequestNotification expected(
            String appointmentId, String patientId, Instant start, Site site, String absence) {
        String reason = "provider-away:" + appointmentId + ":" + absence;
        ZonedDateTime local = start.atZone(site.timeZone());
        Map<String, String> words = Map.of(
                "site",
                site.name(),
                "date",
                local.format(DateTimeFormatter.ISO_LOCAL_DATE),
                "time",
                local.format(DateTimeFormatter.ofPattern("HH:mm")));
        return new RequestNotification(
                NotificationCommand.id(site.siteId(), reason),
                site.siteId(),
                patientId,
                null,
                appointmentId,
                reason,
                MessageTemplate.APPOINTMENT_NEWS,
                words,
                start,
                site.policies().notifications());
    }

    /** To who waits. */
    static RequestNotification waiting(EntryJoined place, String patientId, Site site, String absence) {
        String reason = "provider-missing:" + place.entryId() + ":" + absence;
        return new RequestNotification(
                NotificationCommand.id(site.siteId(), reason),
                site.siteId(),
                patientId,
                place.visitId(),
                null,
                reason,
                MessageTemplate.VISIT_CHANGED,
                Map.of("site", site.name(), "ticket", place.ticket()),
                null,
                site.policies().notifications());
    }
}
