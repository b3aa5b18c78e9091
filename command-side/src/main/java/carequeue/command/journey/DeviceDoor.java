package carequeue.command.journey;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.patient.DeviceCommand.RegisterDevice;
import carequeue.api.patient.DeviceCommand.RemoveDevice;
import carequeue.api.visit.PatientLinks;
import carequeue.api.visit.VisitCommand.AskVisit;
import carequeue.api.visit.VisitCommand.VisitNow;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The devices on which a patient takes push messages, registered from their own page. */
@RestController
@RequestMapping("/p/{token}/devices")
class DeviceDoor {

    private static final Actor PATIENT = new Actor("patient", Set.of("patient"), Set.of("*"), null);
    private static final String KEY = "[A-Za-z0-9_-]{16,200}={0,2}";

    private final Door door;
    private final PatientLinks links;
    private final ObjectMapper json;

    DeviceDoor(Door door, PatientLinks links, ObjectMapper json) {
        this.door = door;
        this.links = links;
        this.json = json;
    }

    /**
     * A device as a browser describes its subscription, or as a vendor's token.
     *
     * @param kind {@code web}, which it is without being said, {@code fcm} or {@code apns}
     */
    record Device(
            @Pattern(regexp = "web|fcm|apns") String kind,
            @Size(max = 2000) String endpoint,
            @Valid Keys keys,
            @Pattern(regexp = "[A-Za-z0-9:_.-]{16,4096}") String token) {}

    /** With which messages to a browser are encrypted. */
    record Keys(
            @NotNull @Pattern(regexp = KEY) String p256dh,
            @NotNull @Pattern(regexp = KEY) String auth) {}

    /** What was registered. */
    record Registered(String deviceId) {}

    @PostMapping
    ResponseEntity<Registered> register(
            @PathVariable String token, @Valid @RequestBody Device body, HttpServletRequest http) {
        VisitNow visit = visit(token, http);
        Outcome<String> outcome =
                door.send(new RegisterDevice(visit.patientId(), Phi.of(described(body))), asked(http));
        return new Outcome<>(new Registered(outcome.value()), outcome.position()).ok();
    }

    @DeleteMapping
    ResponseEntity<Void> removeAll(@PathVariable String token, HttpServletRequest http) {
        return remove(token, null, http);
    }

    @DeleteMapping("/{deviceId}")
    ResponseEntity<Void> remove(@PathVariable String token, @PathVariable String deviceId, HttpServletRequest http) {
        VisitNow visit = visit(token, http);
        return door.send(new RemoveDevice(visit.patientId(), deviceId), asked(http))
                .accepted();
    }

    private VisitNow visit(String token, HttpServletRequest http) {
        String visitId = links.visit(token).orElseThrow(DeviceDoor::unknown);
        return door.<VisitNow>send(new AskVisit(visitId), asked(http).part("visit"))
                .value();
    }

    private String described(Device device) {
        ObjectNode text = json.createObjectNode();
        String kind = device.kind() == null ? "web" : device.kind();
        text.put("kind", kind);
        if (kind.equals("web")) {
            mustBeAddress(device.endpoint());
            if (device.keys() == null) {
                throw new Refused.BadField("keys", "are missing");
            }
            text.put("endpoint", device.endpoint());
            text.put("p256dh", device.keys().p256dh()).put("auth", device.keys().auth());
        } else if (device.token() == null) {
            throw new Refused.BadField("token", "is missing");
        } else {
            text.put("token", device.token());
        }
        return text.toString();
    }

    // Whether it leads to a push service and not into our own network is asked again before anything is sent there.
    private static void mustBeAddress(String endpoint) {
        try {
            URI uri = URI.create(endpoint == null ? "" : endpoint);
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getUserInfo() == null) {
                return;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new Refused.BadField("endpoint", "is no address of a push service");
        }
        throw new Refused.BadField("endpoint", "is no address of a push service");
    }

    private static Asked asked(HttpServletRequest http) {
        return Asked.of(PATIENT, http).through(Channel.PHONE, null);
    }

    private static Refused unknown() {
        return new Refused.NotFound("page", "under this link; it may have expired");
    }
}
