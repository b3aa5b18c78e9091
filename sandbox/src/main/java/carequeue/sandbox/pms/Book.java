package carequeue.sandbox.pms;

import carequeue.sandbox.ehr.Bookings;
import carequeue.sandbox.ehr.Bookings.Booking;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The appointments of the practice management system, and what it was told under which key; all on the disk before anybody is answered. */
final class Book implements AutoCloseable {

    private static final int HOURS_LATER = 4;

    private final Bookings bookings;
    private final Journal journal;
    private final Clock clock;
    private final ZoneId zone;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ObjectNode> appointments = new TreeMap<>();
    private final Map<String, ObjectNode> answered = new TreeMap<>();
    private final Map<String, ObjectNode> days = new TreeMap<>();
    private final Map<String, ObjectNode> patients = new TreeMap<>();
    private ObjectNode webhook;

    Book(Bookings bookings, Journal journal, Clock clock, ZoneId zone) {
        this.bookings = bookings;
        this.journal = journal;
        this.clock = clock;
        this.zone = zone;
        journal.replay().forEach(line -> keep(read(line)));
    }

    /** Those of a day of the calendar, in order; the day is planned when it is asked for first. */
    synchronized List<ObjectNode> of(LocalDate day) {
        plan(day);
        return appointments.values().stream()
                .filter(it -> wall(it).toLocalDate().equals(day))
                .sorted((one, other) -> wall(one).compareTo(wall(other)))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(appointments.get(id)).map(ObjectNode::deepCopy);
    }

    /** What was answered to a key before. */
    synchronized Optional<ObjectNode> answered(String key) {
        return Optional.ofNullable(key).map(answered::get).map(ObjectNode::deepCopy);
    }

    /** Adds one that nobody else knows; the key, where there is one, answers the same again. */
    synchronized ObjectNode add(ObjectNode fields, String key) {
        Optional<ObjectNode> before = answered(key);
        if (before.isPresent()) {
            return before.get();
        }
        String id = "PMS-" + (900_000 + appointments.size());
        fields.put("appointmentId", id).put("version", 0);
        return write(fields, key);
    }

    /** Adds a patient; the key, where there is one, answers the same again. */
    synchronized ObjectNode addPatient(ObjectNode fields, String key) {
        Optional<ObjectNode> before = answered(key);
        if (before.isPresent()) {
            return before.get();
        }
        fields.put("patient", "PT-NEW-" + patients.size()).put("patientId", "PT-NEW-" + patients.size());
        return write(fields, key);
    }

    /** One that was told to this system. */
    synchronized Optional<ObjectNode> patient(String id) {
        return Optional.ofNullable(patients.get(id)).map(ObjectNode::deepCopy);
    }

    /** One that was told to this system with this record number. */
    synchronized Optional<ObjectNode> patientWithMrn(String mrn) {
        return patients.values().stream()
                .filter(it -> mrn.equals(it.path("mrn").asText()))
                .findFirst()
                .map(ObjectNode::deepCopy);
    }

    /** All that were made here by others, in order. */
    synchronized List<ObjectNode> added() {
        return appointments.values().stream()
                .filter(it -> it.path("externalIds").has("carequeue"))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    /** Changes one; the key, where there is one, answers the same again. */
    synchronized ObjectNode change(String id, String key, Consumer<ObjectNode> change) {
        ObjectNode next = appointments.get(id).deepCopy();
        change.accept(next);
        return write(next, key);
    }

    synchronized Optional<ObjectNode> webhook() {
        return Optional.ofNullable(webhook);
    }

    synchronized void webhook(String url, String secret) {
        ObjectNode line = json.createObjectNode().put("webhook", url).put("secret", secret);
        journal.append(List.of(line.toString()));
        keep(line);
    }

    @Override
    public void close() {
        journal.close();
    }

    private ObjectNode write(ObjectNode next, String key) {
        next.put("version", next.path("version").asInt() + 1)
                .put("updatedAt", clock.instant().toString());
        List<String> lines = new ArrayList<>(List.of(next.toString()));
        if (key != null) {
            ObjectNode answer = json.createObjectNode().put("key", key);
            answer.set("answer", next);
            lines.add(answer.toString());
        }
        journal.append(lines);
        lines.forEach(line -> keep(read(line)));
        return next.deepCopy();
    }

    private void plan(LocalDate day) {
        boolean far = day.isBefore(today().minusDays(1)) || day.isAfter(today().plusDays(2));
        if (far || days.containsKey(day.toString())) {
            return;
        }
        List<ObjectNode> planned = new ArrayList<>();
        Instant from = day.atStartOfDay(zone).toInstant();
        for (Booking booking :
                bookings.between(from, day.plusDays(1).atStartOfDay(zone).toInstant())) {
            int lot = Math.floorMod(booking.id().hashCode(), 8);
            if (lot > 1) {
                planned.add(appointment("PMS-" + booking.id(), booking, booking.start(), lot % 2 == 0));
            } else if (lot == 1) {
                Instant later = booking.start().plusSeconds(3600L * HOURS_LATER);
                planned.add(appointment("PMS-ONLY-" + booking.id(), booking, later, false));
            }
        }
        planned.removeIf(it -> appointments.containsKey(it.path("appointmentId").asText()));
        planned.add(json.createObjectNode().put("day", day.toString()));
        journal.append(planned.stream().map(ObjectNode::toString).toList());
        planned.forEach(this::keep);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private ObjectNode appointment(String id, Booking booking, Instant start, boolean withOffset) {
        ZonedDateTime local = start.atZone(zone);
        return json.createObjectNode()
                .put("appointmentId", id)
                .put("patientId", "PT-" + booking.patientId())
                .put("providerId", booking.practitionerId())
                .put(
                        "scheduledTime",
                        withOffset
                                ? local.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                : local.toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME))
                .put("duration", booking.minutes())
                .put("appointmentType", booking.service())
                .put("status", "scheduled")
                .put("department", "main")
                .put("version", 1)
                .put("updatedAt", clock.instant().toString());
    }

    private LocalDateTime wall(ObjectNode appointment) {
        String time = appointment.path("scheduledTime").asText();
        return time.length() > 19
                ? ZonedDateTime.parse(time).withZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(time);
    }

    private void keep(ObjectNode line) {
        if (line.has("key")) {
            answered.put(line.path("key").asText(), (ObjectNode) line.path("answer"));
        } else if (line.has("day")) {
            days.put(line.path("day").asText(), line);
        } else if (line.has("webhook")) {
            webhook = line;
        } else if (line.has("patient")) {
            patients.put(line.path("patient").asText(), line);
        } else {
            appointments.put(line.path("appointmentId").asText(), line);
        }
    }

    private ObjectNode read(String line) {
        try {
            return (ObjectNode) json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A line of the practice management system's journal cannot be read", e);
        }
    }
}
