package carequeue.sandbox.pms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a person does at the practice management system itself, of which it tells by webhook. */
@RestController
@RequestMapping("/control/pms")
class PmsControl {

    private static final List<String> CHANGEABLE =
            List.of("scheduledTime", "status", "providerId", "duration", "appointmentType", "department");

    private final Book book;
    private final PmsWebhooks webhooks;

    PmsControl(Book book, PmsWebhooks webhooks) {
        this.book = book;
        this.webhooks = webhooks;
    }

    @PostMapping("/appointments")
    ResponseEntity<ObjectNode> book(@RequestBody ObjectNode appointment) {
        ObjectNode added = book.add(appointment, null);
        webhooks.tell(
                "appointment.scheduled",
                "appointment",
                added.path("appointmentId").asText(),
                added);
        return ResponseEntity.status(HttpStatus.CREATED).body(added);
    }

    /** Those that others made here. */
    @GetMapping("/appointments")
    List<ObjectNode> added() {
        return book.added();
    }

    @PostMapping("/appointments/{id}")
    ObjectNode change(@PathVariable("id") String id, @RequestBody ObjectNode wanted) {
        book.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ObjectNode changed = book.change(
                id,
                null,
                it -> CHANGEABLE.stream().filter(wanted::has).forEach(field -> it.set(field, wanted.get(field))));
        boolean cancelled = changed.path("status").asText().equals("cancelled");
        webhooks.tell(cancelled ? "appointment.cancelled" : "appointment.scheduled", "appointment", id, changed);
        return changed;
    }

    @PostMapping("/providers/{id}/unavailable")
    ResponseEntity<Void> unavailable(@PathVariable("id") String id, @RequestBody Map<String, Object> data) {
        webhooks.tell("provider.unavailable", "provider", id, data);
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/patients/{id}/updated")
    ResponseEntity<Void> updated(@PathVariable("id") String id) {
        webhooks.tell("patient.updated", "patient", id, Map.of("patientId", id));
        return ResponseEntity.accepted().build();
    }
}
