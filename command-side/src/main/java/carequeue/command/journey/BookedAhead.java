package carequeue.command.journey;

import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.eligibility.AheadCommand.NoteBatch;
import carequeue.api.eligibility.AheadEvent.AheadBatchAsked;
import carequeue.api.eligibility.AheadEvent.AheadBatchDue;
import carequeue.api.eligibility.AheadEvent.AheadPlanned;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.site.Site;
import carequeue.api.site.SiteEvent.SiteSetUp;
import carequeue.api.site.Sites;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** In the evening the payers of the next day's booked patients are asked, so that the answer is there when they come. */
@Component
@ProcessingGroup("saga.asking-ahead")
class BookedAhead {

    private static final String NAME = "asking-ahead";
    private static final List<AppointmentStatus> BOOKED = List.of(AppointmentStatus.BOOKED, AppointmentStatus.PENDING);

    private final Orders orders;
    private final Deadlines deadlines;
    private final Sites sites;
    private final QueryGateway queries;

    BookedAhead(Orders orders, Deadlines deadlines, Sites sites, QueryGateway queries) {
        this.orders = orders;
        this.deadlines = deadlines;
        this.sites = sites;
        this.queries = queries;
    }

    private enum Came {
        ASKED,
        SELF_PAY,
        FAILED
    }

    @EventHandler
    void on(SiteSetUp e, EventMessage<?> m) {
        sites.look();
        Site site = sites.get(e.siteId());
        Errand.of(orders, NAME, e.siteId(), m).send(Evenings.next(site, e.at()));
    }

    @EventHandler
    void on(AheadPlanned e) {
        deadlines.schedule(Waiting.AHEAD, e.aheadId(), "batch-1", e.dueAt());
    }

    @EventHandler
    void on(AheadBatchDue e, EventMessage<?> m) {
        Site site = sites.get(e.siteId());
        Errand errand = Errand.of(orders, NAME, e.siteId(), m);
        if (e.batch() == 1) {
            errand.send(Evenings.next(site, e.at()));
        }
        if (e.day().isBefore(site.businessDay(e.at()))) {
            // Nobody comes on a day that is over.
            errand.send(new NoteBatch(e.aheadId(), e.batch(), 0, 0, 0, null));
            return;
        }
        Appointments page = queries.query(
                        new FindAppointments(e.siteId(), e.day(), e.cursor(), e.size()),
                        ResponseTypes.instanceOf(Appointments.class))
                .join();
        List<Came> came = page.items().stream()
                .filter(one -> BOOKED.contains(one.status()))
                .map(one -> ask(one, e, site, errand))
                .toList();
        errand.send(new NoteBatch(
                e.aheadId(),
                e.batch(),
                count(came, Came.ASKED),
                count(came, Came.SELF_PAY),
                count(came, Came.FAILED),
                page.nextCursor()));
    }

    private static int count(List<Came> all, Came what) {
        return (int) all.stream().filter(what::equals).count();
    }

    private static Came ask(AppointmentView booked, AheadBatchDue e, Site site, Errand errand) {
        String patientId = booked.patient().id();
        String step = booked.appointmentId();
        if (!(errand.send(new AskCoverages(patientId, e.day()), "coverages " + step)
                        .value()
                instanceof Covered covered)) {
            return Came.FAILED;
        } else if (covered.selfPay()) {
            return Came.SELF_PAY;
        }
        CoverageRef first = covered.coverages().get(0);
        RequestEligibility question = new RequestEligibility(
                EligibilityCommand.id(e.siteId(), patientId, first.coverageId(), e.day()),
                null,
                booked.appointmentId(),
                e.siteId(),
                patientId,
                first,
                covered.coverages().subList(1, covered.coverages().size()),
                e.day(),
                site.policies().eligibility());
        return errand.send(question, "ask " + step).done() ? Came.ASKED : Came.FAILED;
    }

    @EventHandler
    void on(AheadBatchAsked e) {
        if (e.nextAt() != null) {
            deadlines.schedule(Waiting.AHEAD, e.aheadId(), "batch-" + (e.batch() + 1), e.nextAt());
        }
    }
}
