package carequeue.sandbox.ehr;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;

/** What other services of the sandbox share with its EHR: the same people, and the plan of the day. */
public final class Bookings {

    private final Records records;

    Bookings(Records records) {
        this.records = records;
    }

    /** An appointment, with the code of its service. */
    public record Booking(
            String id, String patientId, String practitionerId, Instant start, int minutes, String service) {}

    /** A person with the record number of the site. */
    public record Person(
            String id,
            String mrn,
            String firstName,
            String lastName,
            String birthDate,
            String phone,
            String email,
            String gender) {}

    /** Those that begin in {@code [from, to)}, of people whose record is in order. */
    public List<Booking> between(Instant from, Instant to) {
        return records.all(Appointment.class)
                .filter(it -> it.hasStart()
                        && !it.getStart().toInstant().isBefore(from)
                        && it.getStart().toInstant().isBefore(to))
                .map(this::booking)
                .filter(it -> person(it.patientId()).isPresent())
                .sorted(Comparator.comparing(Booking::start).thenComparing(Booking::id))
                .toList();
    }

    /** A person; nobody whose record is broken on purpose. */
    public Optional<Person> person(String id) {
        return records.find(Patient.class, id)
                .filter(it -> it.getMeta().getTag().stream().noneMatch(tag -> Systems.BROKEN.equals(tag.getSystem())))
                .map(this::person);
    }

    /** The person with a record number of the site. */
    public Optional<Person> withMrn(String mrn) {
        return records.all(Patient.class)
                .map(it -> it.getIdElement().getIdPart())
                .map(this::person)
                .flatMap(Optional::stream)
                .filter(person -> mrn.equals(person.mrn()))
                .findFirst();
    }

    private Booking booking(Appointment it) {
        return new Booking(
                it.getIdElement().getIdPart(),
                actor(it, "Patient"),
                actor(it, "Practitioner"),
                it.getStart().toInstant(),
                it.getMinutesDuration(),
                it.getServiceTypeFirstRep().getCodingFirstRep().getCode());
    }

    private static String actor(Appointment it, String type) {
        return it.getParticipant().stream()
                .map(participant -> participant.getActor().getReferenceElement())
                .filter(reference -> type.equals(reference.getResourceType()))
                .map(reference -> reference.getIdPart())
                .findFirst()
                .orElse("");
    }

    private Person person(Patient it) {
        Stream<String> mrns = it.getIdentifier().stream()
                .filter(identifier -> Systems.MRN.equals(identifier.getSystem()))
                .map(identifier -> identifier.getValue());
        return new Person(
                it.getIdElement().getIdPart(),
                mrns.findFirst().orElse(null),
                it.getNameFirstRep().getGivenAsSingleString(),
                it.getNameFirstRep().getFamily(),
                it.getBirthDateElement().getValueAsString(),
                telecom(it, ContactPointSystem.PHONE),
                telecom(it, ContactPointSystem.EMAIL),
                it.hasGender() ? it.getGender().toCode() : null);
    }

    private static String telecom(Patient it, ContactPointSystem system) {
        return it.getTelecom().stream()
                .filter(point -> point.getSystem() == system)
                .map(point -> point.getValue())
                .findFirst()
                .orElse(null);
    }
}
