package carequeue.adapter.ehr;

import java.util.List;
import java.util.stream.Collectors;

/** A record of the EHR that cannot be accepted, with everything that is wrong with it. */
public final class Unacceptable extends RuntimeException {

    private final String record;
    private final List<Finding> findings;

    /** @param record its type and identifier there, such as {@code Patient/17} */
    public Unacceptable(String record, List<Finding> findings) {
        super(
                record + ": " + findings.stream().map(Finding::toString).collect(Collectors.joining(", ")),
                null,
                false,
                false);
        this.record = record;
        this.findings = List.copyOf(findings);
    }

    public String record() {
        return record;
    }

    public List<Finding> findings() {
        return findings;
    }

    /** The fields and rules, such as {@code mrn several, phone malformed}. */
    public String detail() {
        return findings.stream().map(Finding::toString).collect(Collectors.joining(", "));
    }
}
