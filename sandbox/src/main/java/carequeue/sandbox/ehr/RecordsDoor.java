package carequeue.sandbox.ehr;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets a person delete a record in the EHR, which its API offers to nobody. */
@RestController
class RecordsDoor {

    private final Records records;

    RecordsDoor(Records records) {
        this.records = records;
    }

    @DeleteMapping("/records/{type}/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable("type") String type, @PathVariable("id") String id) {
        if (!records.has(type, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + type + "/" + id);
        }
        records.remove(type, id);
    }
}
