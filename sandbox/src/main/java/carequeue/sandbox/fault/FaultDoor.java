package carequeue.sandbox.fault;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows what is broken on purpose, and breaks and mends it. */
@RestController
public class FaultDoor {

    private final List<FaultSwitch> services;

    public FaultDoor(List<FaultSwitch> services) {
        this.services = services;
    }

    @GetMapping("/faults")
    List<Faults> faults() {
        return services.stream().map(FaultSwitch::now).toList();
    }

    @PostMapping("/faults")
    ResponseEntity<Faults> set(@RequestBody Faults wanted) {
        services.stream()
                .filter(it -> it.service().equals(wanted.service()))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The services are: " + names()))
                .set(wanted);
        return ResponseEntity.ok(wanted);
    }

    /** Breaks or mends one service from the control page. */
    @PostMapping(path = "/outage", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> outage(
            @RequestParam(name = "service", defaultValue = "ehr") String service, @RequestParam("on") boolean on) {
        services.stream().filter(it -> it.service().equals(service)).forEach(it -> it.outage(on));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/")
                .build();
    }

    private String names() {
        return services.stream().map(FaultSwitch::service).collect(Collectors.joining(", "));
    }
}
