package carequeue.sandbox.pms;

import carequeue.sandbox.ehr.Bookings;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where others make appointments and tell of patients; a repeated key makes nothing twice. */
@RestController
@RequestMapping("/pms")
class PmsBookingDoor {

    /** What of the plan may be written. */
    static final List<String> PLANNED =
            List.of("scheduledTime", "duration", "providerId", "appointmentType", "department");

    private static final List<String> NEEDED =
            List.of("patientId", "scheduledTime", "duration", "appointmentType", "department");

    private final Book book;
    private final Bookings bookings;

    PmsBookingDoor(Book book, Bookings bookings) {
        this.book = book;
        this.bookings = bookings;
    }

    @PostMapping("/appointments")
    ResponseEntity<ObjectNode> make(
            @RequestBody ObjectNode body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        NEEDED.stream()
                .filter(field -> !body.hasNonNull(field))
                .findFirst()
                .ifPresent(field -> refuse(field + " is missing"));
        String patient = body.path("patientId").asText();
        if (!time(body) || body.path("duration").asInt() < 1) {
            refuse("scheduledTime or duration is malformed");
        } else if (book.patient(patient).isEmpty()
                && bookings.person(patient.replaceFirst("^PT-", "")).isEmpty()) {
            refuse("patientId is nobody's");
        }
        ObjectNode made = book.add(body.put("status", body.path("status").asText("scheduled")), key);
        return ResponseEntity.created(URI.create(
                        "/pms/appointments/" + made.path("appointmentId").asText()))
                .eTag(PmsDoor.etag(made))
                .body(made);
    }

    /** The patient with the same record number, or a new one. */
    @PostMapping("/patients")
    ResponseEntity<ObjectNode> tell(
            @RequestBody ObjectNode body, @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        if (!body.hasNonNull("lastName")) {
            refuse("lastName is missing");
        }
        Optional<String> known = Optional.of(body.path("mrn").asText(""))
                .filter(mrn -> !mrn.isBlank())
                .flatMap(this::known);
        return known.isPresent()
                ? ResponseEntity.ok(JsonNodeFactory.instance.objectNode().put("patientId", known.get()))
                : ResponseEntity.status(HttpStatus.CREATED).body(book.addPatient(body, key));
    }

    private Optional<String> known(String mrn) {
        return bookings.withMrn(mrn)
                .map(person -> "PT-" + person.id())
                .or(() ->
                        book.patientWithMrn(mrn).map(it -> it.path("patientId").asText()));
    }

    private static boolean time(ObjectNode body) {
        try {
            return OffsetDateTime.parse(body.path("scheduledTime").asText()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void refuse(String why) {
        throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, why);
    }
}
