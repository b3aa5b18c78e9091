package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.Finding;
import carequeue.adapter.ehr.Unacceptable;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a record, so that all of it is said at once. */
final class Findings {

    private final List<Finding> found = new ArrayList<>();

    /** Notes a field and the rule it breaks; answers null, which stands for the value that is not there. */
    <T> T add(String field, String rule) {
        found.add(new Finding(field, rule));
        return null;
    }

    /** Refuses the record if anything was wrong. */
    void refuse(String record) {
        if (!found.isEmpty()) {
            throw new Unacceptable(record, found);
        }
    }
}
