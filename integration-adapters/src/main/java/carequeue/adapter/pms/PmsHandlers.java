package carequeue.adapter.pms;

import carequeue.adapter.inbound.IntegrationEvent;
import carequeue.adapter.inbound.IntegrationHandler;
import carequeue.adapter.outbox.Answer;
import carequeue.api.site.Site;
import carequeue.api.site.SiteCommand.ReportUnavailable;
import carequeue.api.site.Sites;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What each kind of news means; what it says itself of an appointment or patient is never trusted, but read where it comes from. */
@Configuration(proxyBeanMethods = false)
@WithPms
class PmsHandlers {

    @Bean
    IntegrationHandler pmsAppointmentScheduled(PmsService pms, Intake intake) {
        return new PmsNewsHeard("appointment.scheduled", event -> appointment(event, pms, intake));
    }

    @Bean
    IntegrationHandler pmsAppointmentCancelled(PmsService pms, Intake intake) {
        return new PmsNewsHeard("appointment.cancelled", event -> appointment(event, pms, intake));
    }

    @Bean
    IntegrationHandler pmsPatientUpdated(PmsPatients patients, Sites sites) {
        return new PmsNewsHeard("patient.updated", event -> {
            // One who has no appointment with us yet is read with the first one.
            patients.site(event.entityId()).ifPresent(site -> patients.read(event.entityId(), sites.get(site)));
            return List.of();
        });
    }

    @Bean
    IntegrationHandler pmsProviderUnavailable(Sites sites) {
        return new PmsNewsHeard(
                "provider.unavailable",
                event -> sites.all().stream()
                        .filter(site -> concerns(site, event))
                        .map(site -> Answer.of("away:" + site.siteId(), unavailable(site, event)))
                        .toList());
    }

    private static List<Answer> appointment(IntegrationEvent event, PmsService pms, Intake intake) {
        intake.take(pms.getAppointment(event.entityId()));
        return List.of();
    }

    private static boolean concerns(Site site, IntegrationEvent event) {
        String department = text(event, "department");
        String provider = site.policies().pmsMapping().provider(event.entityId());
        boolean here = department == null || site.policies().pmsMapping().names(site.siteId(), department);
        boolean known = site.providers().isEmpty()
                || site.providers().stream().anyMatch(p -> p.providerId().equals(provider));
        return here && known;
    }

    private static ReportUnavailable unavailable(Site site, IntegrationEvent event) {
        return new ReportUnavailable(
                site.siteId(),
                site.policies().pmsMapping().provider(event.entityId()),
                time(site, event, "from"),
                time(site, event, "until"),
                "the practice management system says so");
    }

    private static Instant time(Site site, IntegrationEvent event, String field) {
        String time = text(event, field);
        try {
            return time == null ? null : PmsAppointment.instant(time, site.timeZone());
        } catch (DateTimeException e) {
            throw new NotAccepted(event.entityId(), field + " malformed");
        }
    }

    private static String text(IntegrationEvent event, String field) {
        Object value = event.data().get(field);
        return value instanceof String text && !text.isBlank() ? text : null;
    }
}
