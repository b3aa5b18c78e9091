package carequeue.sandbox.pms;

import carequeue.sandbox.ehr.Bookings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The interface of the practice management system. */
@RestController
@RequestMapping("/pms")
class PmsDoor {

    private static final Set<String> STATUSES =
            Set.of("scheduled", "confirmed", "checked-in", "in-progress", "completed", "cancelled");
    private static final int LARGEST_PAGE = 100;

    private final Book book;
    private final Bookings bookings;

    PmsDoor(Book book, Bookings bookings) {
        this.book = book;
        this.bookings = bookings;
    }

    @GetMapping("/appointments")
    Map<String, Object> appointments(
            @RequestParam("date") LocalDate date,
            @RequestParam(name = "limit", defaultValue = "50") int limit,
            @RequestParam(name = "cursor", defaultValue = "0") int cursor) {
        List<ObjectNode> all = book.of(date);
        int end = Math.min(all.size(), cursor + Math.max(1, Math.min(limit, LARGEST_PAGE)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("appointments", all.subList(Math.min(cursor, end), end));
        page.put("total", all.size());
        page.put("nextCursor", end < all.size() ? Integer.toString(end) : null);
        return page;
    }

    @GetMapping("/appointments/{id}")
    ResponseEntity<ObjectNode> appointment(@PathVariable("id") String id) {
        return answer(book.find(id).orElseThrow(PmsDoor::notThere));
    }

    @PatchMapping("/appointments/{id}")
    ResponseEntity<ObjectNode> change(
            @PathVariable("id") String id,
            @RequestBody ObjectNode body,
            @RequestHeader(name = "If-Match", required = false) String match,
            @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        var before = book.answered(key);
        if (before.isPresent()) {
            return answer(before.get());
        }
        ObjectNode now = book.find(id).orElseThrow(PmsDoor::notThere);
        String to = body.path("status").asText(now.path("status").asText());
        if (!STATUSES.contains(to)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "status is none of " + STATUSES);
        } else if (match != null && !match.equals(etag(now))) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, "changed meanwhile");
        } else if (now.path("status").asText().equals("completed") && !to.equals("completed")) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "it is completed");
        }
        return answer(book.change(id, key, it -> {
            it.put("status", to);
            PmsBookingDoor.PLANNED.stream().filter(body::has).forEach(field -> it.set(field, body.get(field)));
            List.of("estimatedWaitTime", "queuePosition").forEach(field -> it.set(field, body.get(field)));
        }));
    }

    @GetMapping("/patients/{id}")
    Object patient(@PathVariable("id") String id) {
        var told = book.patient(id);
        if (told.isPresent()) {
            return told.get();
        }
        var person = bookings.person(id.replaceFirst("^PT-", "")).orElseThrow(PmsDoor::notThere);
        Map<String, Object> patient = new LinkedHashMap<>();
        patient.put("patientId", id);
        patient.put("mrn", person.mrn());
        patient.put("firstName", person.firstName());
        patient.put("lastName", person.lastName());
        patient.put("birthDate", person.birthDate());
        patient.put("phone", person.phone());
        patient.put("email", person.email());
        patient.put("gender", person.gender());
        return patient;
    }

    @PutMapping("/webhooks/{name}")
    ResponseEntity<Void> webhook(@PathVariable("name") String name, @RequestBody JsonNode body) {
        book.webhook(body.path("url").asText(), body.path("secret").asText());
        return ResponseEntity.noContent().build();
    }

    static ResponseEntity<ObjectNode> answer(ObjectNode appointment) {
        return ResponseEntity.ok().eTag(etag(appointment)).body(appointment);
    }

    static String etag(ObjectNode appointment) {
        return '"' + appointment.path("version").asText() + '"';
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
