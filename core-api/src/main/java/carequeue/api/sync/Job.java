package carequeue.api.sync;

import java.time.Instant;
import java.util.List;

/**
 * A long piece of work and how far it is.
 *
 * @param kind such as {@code sync}
 * @param subject what it is about, such as {@code ehr}
 * @param state {@code waiting, running, done, failed} or {@code cancelled}
 * @param total how many items there are, or null while unknown
 * @param ratePerSecond items per second, or null before it runs
 * @param secondsLeft or null while unknown
 * @param problems what was refused and why, with identifiers but nothing personal; the first hundred
 */
public record Job(
        String jobId,
        String kind,
        String subject,
        String state,
        long done,
        Long total,
        Double ratePerSecond,
        Long secondsLeft,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        List<String> problems) {}
