package carequeue.sandbox.ehr;

import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.param.DateAndListParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** The appointments of the EHR. */
class AppointmentDoor extends WriteDoor<Appointment> {

    /** FHIR lets these stand without a time. */
    private static final Set<String> TIMELESS = Set.of("proposed", "cancelled", "waitlist", "entered-in-error");

    private static final Comparator<Appointment> START =
            Comparator.comparing(Appointment::getStart, Comparator.nullsLast(Comparator.<Date>naturalOrder()));
    private static final Comparator<Appointment> LAST_UPDATED =
            Comparator.comparing(appointment -> appointment.getMeta().getLastUpdated());

    AppointmentDoor(Records records, ZoneId zone) {
        super(records, Appointment.class, zone);
    }

    @ca.uhn.fhir.rest.annotation.Search
    public IBundleProvider search(
            @OptionalParam(name = "_id") TokenAndListParam id,
            @OptionalParam(name = "_lastUpdated") DateAndListParam lastUpdated,
            @OptionalParam(name = "identifier") TokenAndListParam identifier,
            @OptionalParam(name = "date") DateAndListParam date,
            @OptionalParam(name = "status") TokenAndListParam status,
            @OptionalParam(name = "patient") ReferenceAndListParam patient,
            @OptionalParam(name = "practitioner") ReferenceAndListParam practitioner,
            @OptionalParam(name = "location") ReferenceAndListParam location,
            @OptionalParam(name = "actor") ReferenceAndListParam actor,
            @Sort SortSpec sort) {
        return search().common(id, lastUpdated)
                .identifier(identifier, Appointment::getIdentifier)
                .date(date, appointment -> appointment.getStartElement().getValueAsString())
                .token(
                        status,
                        appointment -> Stream.of(
                                new Coding(null, appointment.getStatus().toCode(), null)))
                .reference(patient, "Patient", AppointmentDoor::actors)
                .reference(practitioner, "Practitioner", AppointmentDoor::actors)
                .reference(location, "Location", AppointmentDoor::actors)
                .reference(actor, null, AppointmentDoor::actors)
                .sorted(sort == null ? new SortSpec("date") : sort, Map.of("date", START, "_lastUpdated", LAST_UPDATED))
                .page();
    }

    @Override
    List<Identifier> identifiers(Appointment appointment) {
        return appointment.getIdentifier();
    }

    @Override
    void check(Appointment wanted) {
        Required.that(wanted.hasStatus(), "Appointment.status");
        Required.that(wanted.hasParticipant(), "Appointment.participant");
        boolean timed = wanted.hasStart() && wanted.hasEnd();
        Required.that(timed || TIMELESS.contains(wanted.getStatus().toCode()), "Appointment.start or end");
        Required.that(!timed || wanted.getStart().before(wanted.getEnd()), "A start before the end");
    }

    @Override
    Appointment next(Appointment now, Appointment wanted) {
        Steps.APPOINTMENT.check(now.getStatus().toCode(), wanted.getStatus().toCode());
        return wanted;
    }

    private static Stream<Reference> actors(Appointment appointment) {
        return appointment.getParticipant().stream().map(AppointmentParticipantComponent::getActor);
    }
}
