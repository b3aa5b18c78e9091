package carequeue.adapter.claims;

import java.util.List;

/** A bill cannot be sent, since something that its form demands is missing or cannot be written. */
public final class Unsendable extends RuntimeException {

    private final List<String> fields;

    /** @param fields what is wrong, such as {@code patient.birthDate}; never a value */
    public Unsendable(List<String> fields) {
        super("cannot be sent: " + String.join(", ", fields), null, false, false);
        this.fields = List.copyOf(fields);
    }

    public List<String> fields() {
        return fields;
    }

    /** The same as JSON pointers, as a claim names what it lacks: {@code /patient/birthDate}. */
    List<String> pointers() {
        return fields.stream().map(field -> "/" + field.replace('.', '/')).toList();
    }
}
