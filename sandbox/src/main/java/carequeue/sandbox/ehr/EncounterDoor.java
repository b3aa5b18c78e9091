package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.StatusHistoryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;

/** The visits as the EHR knows them; it writes the history of their statuses itself. */
class EncounterDoor extends WriteDoor<Encounter> {

    private static final Comparator<Encounter> LAST_UPDATED =
            Comparator.comparing(encounter -> encounter.getMeta().getLastUpdated());

    private final Clock clock;

    EncounterDoor(Records records, ZoneId zone, Clock clock) {
        super(records, Encounter.class, zone);
        this.clock = clock;
    }

    @ca.uhn.fhir.rest.annotation.Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "identifier") TokenAndListParam identifier,
            @OptionalParam(name = "status") TokenAndListParam status,
            @OptionalParam(name = "patient") ReferenceAndListParam patient,
            @OptionalParam(name = "subject") ReferenceAndListParam subject,
            @OptionalParam(name = "appointment") ReferenceAndListParam appointment,
            @Sort SortSpec sort) {
        return search().common(id, lastUpdated)
                .identifier(identifier, Encounter::getIdentifier)
                .token(
                        status,
                        encounter ->
                                Stream.of(new Coding(null, encounter.getStatus().toCode(), null)))
                .reference(patient, "Patient", encounter -> Stream.of(encounter.getSubject()))
                .reference(subject, null, encounter -> Stream.of(encounter.getSubject()))
                .reference(appointment, "Appointment", encounter -> encounter.getAppointment().stream())
                .sorted(sort, Map.of("_lastUpdated", LAST_UPDATED))
                .page();
    }

    @Override
    List<Identifier> identifiers(Encounter encounter) {
        return encounter.getIdentifier();
    }

    @Override
    void check(Encounter wanted) {
        Required.that(wanted.hasStatus(), "Encounter.status");
        Required.that(wanted.hasClass_(), "Encounter.class");
        Required.that(wanted.hasSubject(), "Encounter.subject");
    }

    @Override
    Encounter next(Encounter now, Encounter wanted) {
        Steps.ENCOUNTER.check(now.getStatus().toCode(), wanted.getStatus().toCode());
        wanted.setStatusHistory(now.getStatusHistory());
        if (now.getStatus() != wanted.getStatus()) {
            var ended = new Period().setStart(since(now)).setEnd(Date.from(clock.instant()));
            wanted.addStatusHistory().setStatus(now.getStatus()).setPeriod(ended);
        }
        if (wanted.getStatus() == Encounter.EncounterStatus.FINISHED) {
            records().addMissing(VisitCoding.of(now));
        }
        return wanted;
    }

    /** The present status began when the last one ended, the first one when the resource was made. */
    private static Date since(Encounter encounter) {
        List<StatusHistoryComponent> history = encounter.getStatusHistory();
        if (!history.isEmpty()) {
            return history.get(history.size() - 1).getPeriod().getEnd();
        }
        return encounter.getPeriod().hasStart()
                ? encounter.getPeriod().getStart()
                : encounter.getMeta().getLastUpdated();
    }
}
