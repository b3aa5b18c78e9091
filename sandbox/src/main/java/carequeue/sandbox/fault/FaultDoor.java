package carequeue.sandbox.fault;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows what is broken on purpose, and breaks and mends it. */
@RestController
public class FaultDoor {

    private final FaultSwitch ehr;

    public FaultDoor(FaultSwitch ehr) {
        this.ehr = ehr;
    }

    @GetMapping("/faults")
    List<Faults> faults() {
        return List.of(ehr.now());
    }

    @PostMapping("/faults")
    ResponseEntity<Faults> set(@RequestBody Faults wanted) {
        if (!ehr.now().service().equals(wanted.service())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The services are: ehr");
        }
        ehr.set(wanted);
        return ResponseEntity.ok(wanted);
    }
}
