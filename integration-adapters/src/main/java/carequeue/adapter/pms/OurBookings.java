package carequeue.adapter.pms;

import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.site.PmsMapping;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** What our appointments are by now, in the words of the practice management system. */
@Component
@WithPms
public class OurBookings {

    private final PastEvents past;
    private final Sites sites;

    public OurBookings(PastEvents past, Sites sites) {
        this.past = past;
        this.sites = sites;
    }

    /** An appointment of ours; the patient is still to be named. */
    PmsBooking of(String appointmentId) {
        List<AppointmentEvent> events =
                past.of(appointmentId, AppointmentEvent.class).toList();
        Plan plan = events.stream().reduce(null, OurBookings::after, (before, now) -> now);
        Site site = sites.get(plan.siteId());
        PmsMapping mapping = site.policies().pmsMapping();
        PmsMapping.Row row = mapping.called(site.siteId(), plan.serviceId())
                .orElseThrow(() -> new OutsideFailure.Rejected(
                        PmsService.PMS, "has no department and kind for this service: the site's mapping lacks it"));
        return new PmsBooking(
                appointmentId,
                null,
                mapping.providerThere(plan.providerId()),
                plan.start().atZone(site.timeZone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                (int) Duration.between(plan.start(), plan.end()).toMinutes(),
                row.appointmentType(),
                row.department());
    }

    /** The site's zone, in which a time there without an offset is meant. */
    java.time.ZoneId zone(String siteId) {
        return sites.get(siteId).timeZone();
    }

    private record Plan(String siteId, String serviceId, String providerId, Instant start, Instant end) {}

    private static Plan after(Plan plan, AppointmentEvent event) {
        if (event instanceof AppointmentBooked e) {
            return new Plan(e.siteId(), e.serviceId(), e.providerId(), e.start(), e.end());
        } else if (event instanceof AppointmentRescheduled e) {
            return changed(plan, e.serviceId(), e.providerId(), e.start(), e.end());
        } else if (event instanceof AppointmentCorrected e) {
            return changed(plan, e.serviceId(), e.providerId(), e.start(), e.end());
        }
        return plan;
    }

    private static Plan changed(Plan plan, String service, String provider, Instant start, Instant end) {
        return new Plan(
                plan.siteId(),
                service == null ? plan.serviceId() : service,
                provider == null ? plan.providerId() : provider,
                start == null ? plan.start() : start,
                end == null ? plan.end() : end);
    }
}
