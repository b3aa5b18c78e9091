package carequeue.query.live;

import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What a stream is about.
 *
 * @param key streams of the same key share one look
 * @param views the views whose moves matter
 * @param changedSince the identifiers that changed after a position, without anything personal
 */
public record Topic(String key, Set<String> views, LongFunction<List<String>> changedSince) {}
