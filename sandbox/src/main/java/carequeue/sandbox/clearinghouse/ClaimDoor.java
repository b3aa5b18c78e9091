package carequeue.sandbox.clearinghouse;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes bills and questions about them, and gives out what lies there. */
@RestController
@RequestMapping("/clearinghouse")
class ClaimDoor {

    private static final String KEY = "Key sandbox-clearinghouse-key";
    private static final String X12 = "application/edi-x12";

    private final Desk desk;

    ClaimDoor(Desk desk) {
        this.desk = desk;
    }

    @PostMapping(path = "/claims", consumes = X12)
    ResponseEntity<Map<String, Object>> claims(
            @RequestHeader(name = "Authorization", required = false) String key, @RequestBody String text) {
        letIn(key);
        return desk.take(text)
                ? ResponseEntity.accepted().body(Map.of("status", "received"))
                : ResponseEntity.badRequest().body(Map.of("status", "no 837"));
    }

    @GetMapping("/claims/{number}")
    Map<String, Object> claim(
            @RequestHeader(name = "Authorization", required = false) String key, @PathVariable String number) {
        letIn(key);
        if (!desk.knows(number)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Map.of("status", "received", "arrived", desk.sent(number));
    }

    @PostMapping(path = "/status", consumes = X12, produces = X12)
    String status(@RequestHeader(name = "Authorization", required = false) String key, @RequestBody String text) {
        letIn(key);
        String answer = desk.standing(text);
        if (answer == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return answer;
    }

    @GetMapping("/files")
    Map<String, List<String>> files(@RequestHeader(name = "Authorization", required = false) String key) {
        letIn(key);
        return Map.of("files", desk.names());
    }

    @GetMapping(path = "/files/{name:.+}", produces = X12)
    String file(@RequestHeader(name = "Authorization", required = false) String key, @PathVariable String name) {
        letIn(key);
        String text = desk.file(name);
        if (text == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return text;
    }

    @DeleteMapping("/files/{name:.+}")
    ResponseEntity<Void> taken(
            @RequestHeader(name = "Authorization", required = false) String key, @PathVariable String name) {
        letIn(key);
        return desk.taken(name)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private static void letIn(String key) {
        if (!KEY.equals(key)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
    }
}
