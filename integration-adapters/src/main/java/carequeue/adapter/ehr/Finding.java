package carequeue.adapter.ehr;

/**
 * Why a record of the EHR cannot be accepted: the field and the rule, never the value.
 *
 * @param field such as {@code mrn}
 * @param rule such as {@code missing, several, malformed, partial, too-long} or {@code unmapped}
 */
public record Finding(String field, String rule) {
    @Override
    public String toString() {
        return field + " " + rule;
    }
}
