package carequeue.query.appointments;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointment;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointmentsOf;
import carequeue.api.appointment.AppointmentQuery.FindWithoutProvider;
import carequeue.api.site.SiteHistory;
import carequeue.api.site.Sites;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The appointments as they stand now. */
@Component
class DayPlan {

    private static final String LIVE =
            "(select g.live from LiveGeneration g where g.view = '" + PlanProjection.VIEW + "')";
    private static final String PAGE = """
        select a from AppointmentRow a
        where a.generation = %s and a.siteId = :site and a.businessDay = :day
        and (a.startAt > :start or a.startAt = :start and a.appointmentId > :id)
        order by a.startAt, a.appointmentId
        """.formatted(LIVE);
    private static final String LACKING = """
        select a from AppointmentRow a
        where a.generation = %s and a.siteId = :site and a.startAt >= :from and a.providerId in :providers
        and a.status in :planned
        order by a.startAt, a.appointmentId
        """.formatted(LIVE);
    private static final String OWN = """
        select a from AppointmentRow a
        where a.generation = %s and a.siteId = :site and a.businessDay = :day and a.patientId = :patient
        order by a.startAt, a.appointmentId
        """.formatted(LIVE);
    private static final int LACKING_AT_MOST = 500;
    private static final String ONE =
            "select a from AppointmentRow a where a.generation = " + LIVE + " and a.appointmentId = :id";

    private final EntityManager entities;
    private final PlanRows rows;
    private final Sites sites;

    DayPlan(EntityManager entities, PlanRows rows, Sites sites) {
        this.entities = entities;
        this.rows = rows;
        this.sites = sites;
    }

    /** An appointment; {@link Refused.NotFound} also when it is not for the one who asks. */
    AppointmentView get(String appointmentId, Actor actor) {
        AppointmentView found = handle(new FindAppointment(appointmentId));
        if (found == null || !actor.mayEnter(found.siteId())) {
            throw new Refused.NotFound("appointment", appointmentId);
        }
        return found;
    }

    @QueryHandler
    AppointmentView handle(FindAppointment query) {
        List<AppointmentRow> found = entities.createQuery(ONE, AppointmentRow.class)
                .setParameter("id", query.appointmentId())
                .getResultList();
        return found.isEmpty() ? null : views(found).get(0);
    }

    @QueryHandler
    Appointments handle(FindAppointments query) {
        Cursor after = Cursor.of(query.cursor());
        List<AppointmentRow> found = entities.createQuery(PAGE, AppointmentRow.class)
                .setParameter("site", query.siteId())
                .setParameter("day", query.date())
                .setParameter("start", after.start())
                .setParameter("id", after.appointmentId())
                .setMaxResults(query.limit() + 1)
                .getResultList();
        boolean more = found.size() > query.limit();
        List<AppointmentRow> page = more ? found.subList(0, query.limit()) : found;
        return new Appointments(
                views(page), more ? page.get(page.size() - 1).cursor().text() : null);
    }

    @QueryHandler
    Appointments handle(FindAppointmentsOf query) {
        List<AppointmentRow> own = entities.createQuery(OWN, AppointmentRow.class)
                .setParameter("site", query.siteId())
                .setParameter("day", query.date())
                .setParameter("patient", query.patientId())
                .getResultList();
        return new Appointments(views(own), null);
    }

    /** Computed from who is away by what is known now: nothing has to be released for it to be seen. */
    @QueryHandler
    Appointments handle(FindWithoutProvider query) {
        Set<String> away = sites.history(query.siteId()).stream()
                .flatMap(site -> site.absences().stream())
                .map(SiteHistory.Absence::providerId)
                .collect(Collectors.toSet());
        if (away.isEmpty()) {
            return new Appointments(List.of(), null);
        }
        List<AppointmentRow> planned = entities.createQuery(LACKING, AppointmentRow.class)
                .setParameter("site", query.siteId())
                .setParameter("from", query.from())
                .setParameter("providers", away)
                .setParameter("planned", AppointmentRow.PLANNED)
                .setMaxResults(LACKING_AT_MOST)
                .getResultList();
        return new Appointments(
                views(planned.stream().filter(row -> row.lacksProvider(sites)).toList()), null);
    }

    private List<AppointmentView> views(List<AppointmentRow> page) {
        Map<String, AppointmentPatient> patients =
                rows.patients(page.stream().map(AppointmentRow::patientId).toList());
        return page.stream()
                .map(row -> row.view(
                        patients.getOrDefault(
                                row.patientId(), new AppointmentPatient(row.patientId(), "(name unknown)", null)),
                        sites))
                .toList();
    }
}
