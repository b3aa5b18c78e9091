package carequeue.command.journey;

import carequeue.api.Facts;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentConfirmed;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/**
 * When patients are told of their appointments: that one is booked here, that one has moved, that one was cancelled. What another system books it
 * confirms itself; what it changes is told all the same, since nobody else knows how the patient allowed to be told.
 */
@Component
@ProcessingGroup("saga.tellings")
class BookingNews {

    private static final String NAME = "booking-news";

    private final Orders orders;
    private final Sites sites;
    private final EventStore history;

    BookingNews(Orders orders, Sites sites, EventStore history) {
        this.orders = orders;
        this.sites = sites;
        this.history = history;
    }

    @EventHandler
    void on(AppointmentBooked e, EventMessage<?> m) {
        if (e.system() == null && e.status() == AppointmentStatus.BOOKED) {
            Planned booked = new Planned(e.appointmentId(), e.patientId(), e.start());
            tell(MessageTemplate.APPOINTMENT_CONFIRMED, booked, sites.get(e.siteId()), e.at(), m);
        }
    }

    /** What was only planned is certain now. */
    @EventHandler
    void on(AppointmentConfirmed e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        planned(e.appointmentId(), m)
                .ifPresent(plan -> tell(MessageTemplate.APPOINTMENT_CONFIRMED, plan, sites.get(siteId), e.at(), m));
    }

    @EventHandler
    void on(AppointmentRescheduled e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        planned(e.appointmentId(), m)
                .map(plan -> plan.at(e.start()))
                .ifPresent(plan -> tell(MessageTemplate.APPOINTMENT_MOVED, plan, sites.get(siteId), e.at(), m));
    }

    @EventHandler
    void on(AppointmentCancelled e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        planned(e.appointmentId(), m)
                .ifPresent(plan -> tell(MessageTemplate.APPOINTMENT_CANCELLED, plan, sites.get(siteId), e.at(), m));
    }

    /** What is past when it is said is no news. */
    private void tell(MessageTemplate template, Planned plan, Site site, Instant now, EventMessage<?> m) {
        if (plan.start().isAfter(now)) {
            String reason = template + ":" + plan.appointmentId() + ":" + m.getIdentifier();
            Telling told = new Telling(
                    template, reason, plan.patientId(), null, plan.appointmentId(), words(plan, site), plan.start());
            Errand.of(orders, NAME, null, m).send(told.at(site), reason);
        }
    }

    private static Map<String, String> words(Planned plan, Site site) {
        ZonedDateTime start = plan.start().atZone(site.timeZone()).truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "site",
                site.name(),
                "date",
                start.toLocalDate().toString(),
                "time",
                start.toLocalTime().toString());
    }

    /** Who is to come when, as history said just before an event. */
    private Optional<Planned> planned(String appointmentId, EventMessage<?> until) {
        return history.readEvents(appointmentId)
                .asStream()
                .takeWhile(m -> !m.getIdentifier().equals(until.getIdentifier()))
                .reduce(Optional.<Planned>empty(), (plan, m) -> Planned.after(plan, m.getPayload()), (a, b) -> b);
    }
}
