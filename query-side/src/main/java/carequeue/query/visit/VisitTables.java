package carequeue.query.visit;

import carequeue.api.Facts;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.visit.VisitEvent;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps each visit's card and writes every step that belongs to a visit on its timeline. */
@Component
class VisitTables implements View {

    @Override
    public String name() {
        return VisitProjection.VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(VisitRows.CARDS, StepRows.STEPS, VisitRows.NAMES);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        Object event = told.event();
        if (event instanceof VisitEvent e) {
            sheet.want(VisitRows.CARDS, e.visitId());
        } else if (event instanceof PatientRegistered e) {
            sheet.want(VisitRows.NAMES, e.patientId());
        } else if (event instanceof PatientRecorded e) {
            sheet.want(VisitRows.NAMES, e.patientId());
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        Object event = told.event();
        if (event instanceof VisitEvent e) {
            Card after = CardFold.on(sheet.get(VisitRows.CARDS, e.visitId()), e);
            if (after != null) {
                sheet.put(VisitRows.CARDS, e.visitId(), after, told.position());
            }
        } else if (event instanceof PatientRegistered e) {
            sheet.put(VisitRows.NAMES, e.patientId(), e.demographics().name(), told.position());
        } else if (event instanceof PatientRecorded e) {
            sheet.put(VisitRows.NAMES, e.patientId(), e.demographics().name(), told.position());
        }
        step(told, sheet);
    }

    private static void step(Told told, Sheet sheet) {
        Object event = told.event();
        String visitId = event instanceof VisitEvent e ? e.visitId() : told.fact(Facts.CORRELATION_ID);
        String type = StepWords.type(event);
        if (visitId != null && type != null) {
            StepRows.Row row = new StepRows.Row(
                    visitId,
                    told.position(),
                    type,
                    StepWords.of(event),
                    told.occurredAt(),
                    told.recordedAt(),
                    told.fact(Facts.ACTOR),
                    told.fact(Facts.CHANNEL),
                    StepReason.of(event, told.facts()),
                    told.fact(Facts.CAUSATION_ID));
            sheet.put(StepRows.STEPS, new StepRows.Key(visitId, told.position()), row, told.position());
        }
    }
}
