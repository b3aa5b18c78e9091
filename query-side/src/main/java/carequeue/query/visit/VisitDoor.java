package carequeue.query.visit;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.visit.PatientLinks;
import carequeue.api.visit.VisitQuery.CheckIn;
import carequeue.api.visit.VisitQuery.FindOpenItems;
import carequeue.api.visit.VisitQuery.Timeline;
import carequeue.api.visit.VisitQuery.VisitView;
import carequeue.api.visit.VisitQuery.Worklist;
import carequeue.query.live.LiveHub;
import carequeue.query.live.Reads;
import carequeue.query.visit.DayAppointments.OfTheDay;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The door to visits, check-ins and what is still to be done. */
@RestController
@RequestMapping("/api")
@Reads(VisitProjection.VIEW)
class VisitDoor {

    private final Visits visits;
    private final VisitTopics topics;
    private final PatientLinks links;
    private final LiveHub hub;
    private final DayAppointments appointments;

    VisitDoor(Visits visits, VisitTopics topics, PatientLinks links, LiveHub hub, DayAppointments appointments) {
        this.visits = visits;
        this.topics = topics;
        this.links = links;
        this.hub = hub;
        this.appointments = appointments;
    }

    /** A check-in with the path of the patient's own page and all that the patient has booked here that day. */
    record CheckInWithLink(@JsonUnwrapped CheckIn checkIn, String patientLink, List<OfTheDay> appointments) {}

    @GetMapping("/check-ins/{checkInId}")
    CheckInWithLink checkIn(@PathVariable String checkInId, Actor actor) {
        Card card = card("check-in", checkInId, actor);
        return new CheckInWithLink(
                CheckInSteps.of(card),
                "/p/" + links.token(card.visitId(), card.siteId(), card.date()),
                appointments.of(card));
    }

    @GetMapping("/check-ins/{checkInId}/stream")
    ResponseEntity<SseEmitter> stream(
            @PathVariable String checkInId,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            @RequestParam(required = false) String since,
            Actor actor) {
        card("check-in", checkInId, actor);
        return hub.open(topics.visit(checkInId), LiveHub.since(lastEventId, since));
    }

    @GetMapping("/visits/{visitId}")
    VisitView visit(@PathVariable String visitId, Actor actor) {
        return visits.view(visits.get(visitId, actor));
    }

    @GetMapping("/visits/{visitId}/timeline")
    Timeline timeline(@PathVariable String visitId, Actor actor) {
        visits.get(visitId, actor);
        return visits.timeline(visitId, Locale.ENGLISH);
    }

    @GetMapping("/worklist")
    Worklist worklist(@RequestParam String siteId, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        return visits.handle(new FindOpenItems(siteId));
    }

    private Card card(String what, String id, Actor actor) {
        try {
            return visits.get(id, actor);
        } catch (Refused.NotFound e) {
            throw new Refused.NotFound(what, id);
        }
    }
}
