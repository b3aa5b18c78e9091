package carequeue.query.history;

import java.time.Instant;

/**
 * A moment of history.
 *
 * @param position the last settled one that had been recorded
 * @param asOf the instant that is shown: the one asked for but never later than now, or when the position was recorded; null before everything
 */
public record Past(long position, Instant asOf) {}
