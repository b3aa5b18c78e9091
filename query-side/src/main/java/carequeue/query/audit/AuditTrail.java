package carequeue.query.audit;

import carequeue.api.EventName;
import carequeue.api.Facts;
import carequeue.query.views.Folds;
import carequeue.query.views.Generations;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Indexes every position of history by what it is about, who acted and when. */
@Component
@ProcessingGroup(AuditTrail.VIEW)
class AuditTrail implements View {

    static final String VIEW = "view.audit";
    static final String LIVE = Generations.live(VIEW);

    static final Table<Long, Line> INDEX = Table.<Long, Line>named("audit_index")
            .key("position", "bigint", position -> position)
            .column("type", "text", Line::type)
            .column("actor", "text", Line::actor)
            .column("site_id", "text", Line::siteId)
            .column("visit_id", "text", Line::visitId)
            .column("entities", "text[]", line -> line.mentions().entities().toArray(String[]::new))
            .column("patients", "text[]", line -> line.mentions().patients().toArray(String[]::new))
            .column("recorded_at", "timestamptz", Line::recordedAt)
            .once();
    static final Table<OfVisit, OfVisit> VISITS = Table.<OfVisit, OfVisit>named("audit_visit")
            .key("visit_id", "text", OfVisit::visitId)
            .key("patient_id", "text", OfVisit::patientId)
            .once();

    private final Folds folds;

    AuditTrail(Folds folds) {
        this.folds = folds;
    }

    /** What an event is about. */
    record Line(String type, String actor, String siteId, String visitId, Mentions mentions, Instant recordedAt) {}

    /** A patient of a visit. */
    record OfVisit(String visitId, String patientId) {}

    @EventHandler
    void on(Object event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(INDEX, VISITS);
    }

    @Override
    public void on(Told told, Sheet sheet) {
        EventName name = told.event().getClass().getAnnotation(EventName.class);
        if (name == null) {
            return;
        }
        Mentions mentions = Mentions.of(name.value(), told.aggregateId(), told.event());
        String visitId = told.fact(Facts.CORRELATION_ID);
        if (visitId != null) {
            mentions.entities().add(visitId);
            // What happens on a visit is about its patients, also where the event does not name them.
            mentions.patients().forEach(patient -> {
                OfVisit both = new OfVisit(visitId, patient);
                sheet.put(VISITS, both, both, told.position());
            });
        }
        String actor = told.fact(Facts.ACTOR);
        Line line = new Line(name.value(), actor, told.fact(Facts.SITE), visitId, mentions, told.recordedAt());
        sheet.put(INDEX, told.position(), line, told.position());
    }
}
