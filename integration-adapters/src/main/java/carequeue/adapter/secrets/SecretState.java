package carequeue.adapter.secrets;

import java.time.Instant;
import java.util.List;

/**
 * What is known of one secret, never its value.
 *
 * @param source who keeps it, or {@code setting} where the value itself stands in a setting
 * @param settings which settings use it
 * @param version null where it has never been read
 * @param since when this version was put there, or null where nobody knows
 * @param previous the version before, as long as it is still accepted
 * @param previousUntil until when that is, or null where nobody knows when it was changed
 * @param read when it was last read with success
 * @param problem why it could not be read, or null
 */
public record SecretState(
        String name,
        String source,
        List<String> settings,
        String version,
        Instant since,
        String previous,
        Instant previousUntil,
        Instant read,
        String problem) {}
