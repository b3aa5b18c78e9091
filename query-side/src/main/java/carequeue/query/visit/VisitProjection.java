package carequeue.query.visit;

import carequeue.api.Facts;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.visit.VisitEvent;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Keeps each visit's card and writes every step that belongs to a visit on its timeline. */
@Component
@ProcessingGroup(VisitProjection.VIEW)
class VisitProjection {

    static final String VIEW = "view.visits";

    private final VisitRows visits;
    private final StepRows steps;

    VisitProjection(VisitRows visits, StepRows steps) {
        this.visits = visits;
        this.steps = steps;
    }

    @EventHandler
    void on(Object event, EventMessage<?> message, TrackingToken token) {
        long position = token.position().orElseThrow();
        if (event instanceof VisitEvent e) {
            Card after = CardFold.on(visits.find(e.visitId()).orElse(null), e);
            if (after != null) {
                visits.save(after, position);
            }
        } else if (event instanceof PatientRegistered e) {
            name(e.patientId(), e.demographics(), position);
        } else if (event instanceof PatientRecorded e) {
            name(e.patientId(), e.demographics(), position);
        }
        step(event, message, position);
    }

    private void name(String patientId, Demographics demographics, long position) {
        visits.saveName(patientId, demographics.name(), position);
    }

    private void step(Object event, EventMessage<?> message, long position) {
        MetaData facts = message.getMetaData();
        String visitId = event instanceof VisitEvent e ? e.visitId() : (String) facts.get(Facts.CORRELATION_ID);
        String type = StepWords.type(event);
        if (visitId != null && type != null) {
            steps.save(new StepRows.Row(
                    visitId,
                    position,
                    type,
                    StepWords.of(event),
                    time(facts, Facts.OCCURRED_AT, message.getTimestamp()),
                    time(facts, Facts.RECORDED_AT, message.getTimestamp()),
                    (String) facts.get(Facts.ACTOR),
                    (String) facts.get(Facts.CHANNEL),
                    StepReason.of(event, facts),
                    (String) facts.get(Facts.CAUSATION_ID)));
        }
    }

    private static Instant time(MetaData facts, String fact, Instant otherwise) {
        Object said = facts.get(fact);
        return said == null ? otherwise : Instant.parse(said.toString());
    }
}
