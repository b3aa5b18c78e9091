package carequeue.query.visit;

import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointmentsOf;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** All that a patient who checks in has booked at the site that day: each is offered, the one that is due is proposed. */
@Component
class DayAppointments {

    private final QueryGateway queries;
    private final Sites sites;
    private final Clock clock;

    DayAppointments(QueryGateway queries, Sites sites, Clock clock) {
        this.queries = queries;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * One of the day.
     *
     * @param visitId the visit that it belongs to, or null while nobody came for it
     * @param due whether it is the first for which nobody came yet and whose arrival window is open
     */
    record OfTheDay(
            String appointmentId,
            String serviceId,
            String providerId,
            Instant start,
            AppointmentStatus status,
            String visitId,
            boolean due) {}

    List<OfTheDay> of(Card card) {
        if (card.patientId() == null) {
            return List.of();
        }
        FindAppointmentsOf question = new FindAppointmentsOf(card.siteId(), card.date(), card.patientId());
        List<AppointmentView> own =
                queries.query(question, Appointments.class).join().items();
        ArrivalPolicy window = sites.get(card.siteId()).policies().arrival();
        Optional<AppointmentView> due =
                own.stream().filter(a -> isDue(a, window)).findFirst();
        return own.stream().map(a -> line(a, due.filter(a::equals).isPresent())).toList();
    }

    private boolean isDue(AppointmentView a, ArrivalPolicy window) {
        Instant now = clock.instant();
        return a.status() == AppointmentStatus.BOOKED
                && !now.isBefore(a.start().minus(window.before()))
                && !now.isAfter(a.start().plus(window.after()));
    }

    private static OfTheDay line(AppointmentView a, boolean due) {
        return new OfTheDay(a.appointmentId(), a.serviceId(), a.providerId(), a.start(), a.status(), a.visitId(), due);
    }
}
