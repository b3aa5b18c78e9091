package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.EncounterStatus;
import java.util.Date;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** How a visit is written as a FHIR Encounter. */
final class EncounterWriting {

    private static final Set<EncounterStatus> OVER =
            EnumSet.of(EncounterStatus.FINISHED, EncounterStatus.CANCELLED, EncounterStatus.ENTERED_IN_ERROR);
    private static final String CLASSES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private final EhrSettings settings;

    EncounterWriting(EhrSettings settings) {
        this.settings = settings;
    }

    /** The Encounter of a visit that the EHR does not know yet. */
    Encounter fresh(EncounterNews news) {
        Encounter encounter = new Encounter();
        encounter.addIdentifier(Identifiers.of(Identifiers.VISIT, news.visitId()));
        encounter.setClass_(new Coding(CLASSES, "AMB", "ambulatory"));
        encounter.setSubject(new Reference("Patient/" + news.ehrPatientId()));
        if (news.ehrAppointmentId() != null) {
            encounter.addAppointment(new Reference("Appointment/" + news.ehrAppointmentId()));
        }
        if (news.providerId() != null) {
            encounter.addParticipant().setIndividual(new Reference("Practitioner/" + news.providerId()));
        }
        String location =
                Objects.requireNonNullElse(settings.site(news.siteId()).location(), news.siteId());
        encounter.addLocation().setLocation(new Reference("Location/" + location));
        encounter.setPeriod(new Period().setStart(Date.from(news.at())));
        return move(encounter, news);
    }

    /** Sets where the visit stands and notes where it stood; the period ends with it. */
    Encounter move(Encounter encounter, EncounterNews news) {
        EncounterStatus next = news.status();
        Date since = since(encounter);
        // Clocks differ, and a crash tells late: nothing ends before it began.
        Date at = since != null && since.after(Date.from(news.at())) ? since : Date.from(news.at());
        if (encounter.hasStatus() && encounter.getStatus() != Statuses.theirs(next)) {
            var stood = new Period().setStart(since).setEnd(at);
            encounter.addStatusHistory().setStatus(encounter.getStatus()).setPeriod(stood);
        }
        encounter.setStatus(Statuses.theirs(next));
        encounter.getPeriod().setEnd(OVER.contains(next) ? at : null);
        return encounter;
    }

    /** When the present status began: where the one before ended, or the Encounter began. */
    private static Date since(Encounter encounter) {
        var history = encounter.getStatusHistory();
        Date ended = history.isEmpty()
                ? null
                : history.get(history.size() - 1).getPeriod().getEnd();
        return ended == null ? encounter.getPeriod().getStart() : ended;
    }

    /** The same as a JSON Patch (RFC 6902). */
    String patch(Encounter moved) {
        String status = "{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"%s\"}"
                .formatted(moved.getStatus().toCode());
        return moved.getPeriod().hasEnd()
                ? "[%s,{\"op\":\"add\",\"path\":\"/period/end\",\"value\":\"%s\"}]"
                        .formatted(status, moved.getPeriod().getEndElement().getValueAsString())
                : "[%s]".formatted(status);
    }
}
