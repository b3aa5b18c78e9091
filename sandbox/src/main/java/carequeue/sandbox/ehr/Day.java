package carequeue.sandbox.ehr;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** What the control page tells of the EHR today. */
public final class Day {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Records records;
    private final NewDay newDay;

    Day(Records records, NewDay newDay) {
        this.records = records;
        this.newDay = newDay;
    }

    /** An appointment of the business day. */
    public record Booked(String time, String patient, String service, String status, String id) {}

    /** A patient, and in words what is broken, or nothing. */
    public record Person(String name, String mrn, String broken, String id) {}

    /** A visit that the EHR was told of. */
    public record Told(String patient, String status, String appointment, String id) {}

    public String date() {
        return newDay.today().date() + " (" + newDay.today().zone() + ")";
    }

    public List<Booked> appointments() {
        BusinessDay day = newDay.today();
        return records.all(Appointment.class)
                .filter(Appointment::hasStart)
                .filter(one -> !one.getStart().toInstant().isBefore(day.start()))
                .filter(one -> one.getStart().toInstant().isBefore(day.end()))
                .sorted(Comparator.comparing(Appointment::getStart))
                .map(one -> booked(one, day.zone()))
                .toList();
    }

    public List<Person> patients() {
        return records.all(Patient.class).map(Day::person).toList();
    }

    public List<Told> visits() {
        Set<String> samples = records.samples().stream()
                .filter(Encounter.class::isInstance)
                .map(sample -> id(sample))
                .collect(Collectors.toSet());
        return records.all(Encounter.class)
                .filter(visit -> !samples.contains(id(visit)))
                .map(visit -> new Told(
                        name(visit.getSubject().getReferenceElement().getIdPart()),
                        visit.getStatus().toCode(),
                        visit.getAppointmentFirstRep().getReference(),
                        id(visit)))
                .toList();
    }

    private Booked booked(Appointment one, ZoneId zone) {
        String patient = one.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .filter(actor -> "Patient".equals(actor.getReferenceElement().getResourceType()))
                .map(actor -> name(actor.getReferenceElement().getIdPart()))
                .findFirst()
                .orElse("");
        String time = one.getStart().toInstant().atZone(zone).format(TIME);
        String service = one.getServiceTypeFirstRep().getCodingFirstRep().getCode();
        return new Booked(time, patient, service, one.getStatus().toCode(), id(one));
    }

    private String name(String patientId) {
        return records.find(Patient.class, patientId).map(Day::name).orElse("");
    }

    private static Person person(Patient patient) {
        String mrns = patient.getIdentifier().stream()
                .filter(identifier -> Systems.MRN.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .collect(Collectors.joining(", "));
        String why = patient.getMeta().getTag().stream()
                .filter(tag -> Systems.BROKEN.equals(tag.getSystem()))
                .map(Coding::getDisplay)
                .collect(Collectors.joining());
        return new Person(name(patient), mrns, patient.hasDeceased() ? "has died" : why, id(patient));
    }

    private static String name(Patient patient) {
        return patient.getNameFirstRep().getNameAsSingleString();
    }

    private static String id(Resource resource) {
        return resource.getIdElement().getIdPart();
    }
}
