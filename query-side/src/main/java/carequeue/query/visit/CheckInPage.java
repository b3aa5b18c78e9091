package carequeue.query.visit;

import carequeue.api.Actor;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.api.site.Site;
import carequeue.api.visit.PatientLinks;
import carequeue.query.live.Reads;
import carequeue.query.live.ViewPositions;
import carequeue.query.pages.Page;
import carequeue.query.pages.Where;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's page: check somebody in, and see how far it is. */
@Page
@RequestMapping("/check-in")
@Reads(VisitProjection.VIEW)
class CheckInPage {

    private static final int PLAN = 500;

    private final Visits visits;
    private final PatientLinks links;
    private final ViewPositions positions;
    private final QueryGateway queries;
    private final Where where;
    private final Clock clock;

    CheckInPage(
            Visits visits,
            PatientLinks links,
            ViewPositions positions,
            QueryGateway queries,
            Where where,
            Clock clock) {
        this.visits = visits;
        this.links = links;
        this.positions = positions;
        this.queries = queries;
        this.where = where;
        this.clock = clock;
    }

    @GetMapping
    String checkIn(@RequestParam(required = false) String siteId, Actor actor, Locale locale, Model model) {
        Site site = where.site(siteId, actor);
        model.addAttribute("site", site);
        model.addAttribute("times", where.times(site, locale));
        // A device at which patients stand alone shows nobody else's appointment.
        model.addAttribute("expected", actor.is("kiosk") ? List.of() : expected(site));
        return "check-in";
    }

    @GetMapping("/progress/{checkInId}")
    String progress(@PathVariable String checkInId, Actor actor, Locale locale, Model model) {
        model.addAttribute("position", positions.of(VisitProjection.VIEW));
        Card card = visits.get(checkInId, actor);
        model.addAttribute("card", card);
        model.addAttribute("checkIn", CheckInSteps.of(card));
        model.addAttribute("place", card.place() == null ? null : place(card.place()));
        model.addAttribute("link", "/p/" + links.token(card.visitId(), card.siteId(), card.date()));
        return "check-in-progress :: progress";
    }

    private Integer place(Card.Place place) {
        Board board = queries.query(new FindBoard(place.queueId()), Board.class).join();
        return Line.of(board, place.entryId()).map(Line::place).orElse(null);
    }

    private List<AppointmentView> expected(Site site) {
        FindAppointments today = new FindAppointments(site.siteId(), where.today(site), null, PLAN);
        return queries.query(today, Appointments.class).join().items().stream()
                .filter(a -> a.status() == AppointmentStatus.BOOKED
                        || a.status() == AppointmentStatus.PENDING
                        || a.status() == AppointmentStatus.PROPOSED)
                .sorted(Comparator.comparing(a -> fromNow(a.start())))
                .toList();
    }

    // Whoever stands at the desk is most often due about now.
    private Duration fromNow(Instant start) {
        return Duration.between(clock.instant(), start).abs();
    }
}
