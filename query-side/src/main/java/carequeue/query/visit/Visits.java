package carequeue.query.visit;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.visit.PatientLinks;
import carequeue.api.visit.VisitQuery.CheckIn;
import carequeue.api.visit.VisitQuery.FindCheckIn;
import carequeue.api.visit.VisitQuery.FindOpenItems;
import carequeue.api.visit.VisitQuery.FindPatientLink;
import carequeue.api.visit.VisitQuery.FindTimeline;
import carequeue.api.visit.VisitQuery.FindVisit;
import carequeue.api.visit.VisitQuery.Item;
import carequeue.api.visit.VisitQuery.Timeline;
import carequeue.api.visit.VisitQuery.VisitView;
import carequeue.api.visit.VisitQuery.Worklist;
import carequeue.api.visit.VisitQuery.WorklistLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The visits as they stand now. */
@Component
class Visits {

    private final VisitRows rows;
    private final StepRows steps;
    private final StepTexts texts;
    private final PatientLinks links;

    Visits(VisitRows rows, StepRows steps, StepTexts texts, PatientLinks links) {
        this.rows = rows;
        this.steps = steps;
        this.texts = texts;
        this.links = links;
    }

    /** A visit's card; {@link Refused.NotFound} also when it is not for the one who asks. */
    Card get(String visitId, Actor actor) {
        return rows.find(visitId)
                .filter(card -> actor.mayEnter(card.siteId()))
                .orElseThrow(() -> new Refused.NotFound("visit", visitId));
    }

    @QueryHandler
    VisitView handle(FindVisit query) {
        return rows.find(query.visitId()).map(this::view).orElse(null);
    }

    @QueryHandler
    CheckIn handle(FindCheckIn query) {
        return rows.find(query.checkInId()).map(CheckInSteps::of).orElse(null);
    }

    @QueryHandler
    String handle(FindPatientLink query) {
        return rows.find(query.visitId())
                .map(card -> links.path(card.visitId(), card.siteId(), card.date()))
                .orElse(null);
    }

    @QueryHandler
    Timeline handle(FindTimeline query) {
        return timeline(query.visitId(), Locale.ENGLISH);
    }

    @QueryHandler
    Worklist handle(FindOpenItems query) {
        return new Worklist(
                rows.open(query.siteId()).stream().flatMap(this::lines).toList());
    }

    Timeline timeline(String visitId, Locale locale) {
        return new Timeline(
                visitId,
                steps.of(visitId).stream().map(row -> texts.step(row, locale)).toList());
    }

    VisitView view(Card card) {
        Card.Place place = card.place();
        return new VisitView(
                card.visitId(),
                card.siteId(),
                card.date(),
                card.state(),
                card.channel(),
                card.patientId(),
                rows.name(card.patientId()),
                card.appointmentId(),
                place == null ? null : place.queueId(),
                place == null ? null : place.entryId(),
                place == null ? null : place.ticket(),
                card.requestedAt(),
                items(card, true),
                items(card, false));
    }

    private static List<Item> items(Card card, boolean open) {
        return card.things().stream()
                .filter(t -> t.open() == open)
                .map(t -> new Item(t.item().toString(), t.detail(), t.since(), t.closedAt(), t.how(), t.by()))
                .toList();
    }

    private Stream<WorklistLine> lines(Card card) {
        String ticket = card.place() == null ? null : card.place().ticket();
        String name = rows.name(card.patientId());
        return card.things().stream()
                .filter(Card.Thing::open)
                .map(t -> new WorklistLine(
                        card.visitId(), card.date(), ticket, name, t.item().toString(), t.detail(), t.since()));
    }
}
