package carequeue.command.journey;

import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.site.Site;
import java.time.Instant;
import java.util.Map;

/**
 * What one patient is told of one fact.
 *
 * @param reason names the fact, so that it is told once
 * @param visitId the visit, or null
 * @param appointmentId the appointment that a reminder is of, else null
 * @param until when it is no longer worth telling, or null
 */
record Telling(
        MessageTemplate template,
        String reason,
        String patientId,
        String visitId,
        String appointmentId,
        Map<String, String> variables,
        Instant until) {

    RequestNotification at(Site site) {
        return new RequestNotification(
                NotificationCommand.id(site.siteId(), reason),
                site.siteId(),
                patientId,
                visitId,
                appointmentId,
                reason,
                template,
                variables,
                until,
                site.policies().notifications());
    }
}
