package carequeue.sandbox.ehr;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * The appointments of a day, made from the visits of the past: one each quarter of an hour round the clock, the living
 * in turn, so that nobody has two within three hours; and one for each broken patient.
 *
 * <p>It looks at nothing but the samples and the day, so the same day is always planned the same.
 */
final class DayPlan {

    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final Duration BETWEEN_BROKEN = Duration.ofMinutes(140);
    private static final int UNMAPPED_EVERY = 32;

    private final List<List<Encounter>> visitsOfTheLiving;

    DayPlan(List<Resource> world) {
        Map<String, List<Encounter>> visits = new LinkedHashMap<>();
        world.stream()
                .filter(resource -> resource instanceof Patient patient && !patient.hasDeceased())
                .forEach(patient ->
                        visits.put("Patient/" + patient.getIdElement().getIdPart(), new ArrayList<>()));
        world.stream()
                .filter(Encounter.class::isInstance)
                .map(Encounter.class::cast)
                .sorted(Comparator.comparing(visit -> visit.getPeriod().getStart()))
                .forEach(visit -> visits.getOrDefault(visit.getSubject().getReference(), new ArrayList<>())
                        .add(visit));
        visits.values().removeIf(List::isEmpty);
        this.visitsOfTheLiving = List.copyOf(visits.values());
    }

    List<Appointment> of(BusinessDay day) {
        List<Appointment> planned = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Instant start = day.start(); start.isBefore(day.end()); start = start.plus(SLOT)) {
            planned.add(good(day, start, numbers));
        }
        for (Broken way : Broken.values()) {
            planned.add(broken(day, way));
        }
        return planned;
    }

    /** Counts slots since 1970, so that the turns go on from day to day and over a change of the clocks. */
    private Appointment good(BusinessDay day, Instant start, Map<String, Integer> numbers) {
        long slot = start.getEpochSecond() / SLOT.toSeconds();
        int people = visitsOfTheLiving.size();
        List<Encounter> visits = visitsOfTheLiving.get((int) (slot % people));
        Encounter past = visits.get((int) (slot / people % visits.size()));
        String patient = past.getSubject().getReferenceElement().getIdPart();
        int number = numbers.merge(patient, 1, Integer::sum);
        Service service = slot % UNMAPPED_EVERY == 0 ? Service.ACUPUNCTURE : Service.of(past);
        return new Slot(id(day, patient.substring(0, 8), number), start, service, patient).after(past);
    }

    private Appointment broken(BusinessDay day, Broken way) {
        Encounter past = visitsOfTheLiving.get(way.ordinal()).get(0);
        Instant start =
                day.start().plus(BETWEEN_BROKEN.multipliedBy(way.ordinal())).plusSeconds(300);
        return new Slot(id(day, way.patientId(), 1), start, Service.of(past), way.patientId()).after(past);
    }

    private static String id(BusinessDay day, String who, int number) {
        return "apt-" + day.date().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + who + "-" + number;
    }
}
