package carequeue.api.conflict;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import java.time.Instant;

/**
 * What one system says.
 *
 * @param system such as {@code ehr}, or {@code carequeue} for us
 * @param value as a text; a time is ISO 8601, null where it has none
 * @param at when it said so, by its own clock, or null
 * @param version its version there, or null
 */
public record Said(String system, @PhiField("value") Phi<String> value, Instant at, String version) {

    /** Our own name among the systems. */
    public static final String US = "carequeue";
}
