package carequeue.store;

import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Cuts the work of a group into another number of segments while nobody is at it, so that nothing is lost and nothing is done twice.
 *
 * <p>The segments of a group are numbered from 0. The next one is cut off the one whose number lacks its highest bit, and joins that one again.
 */
final class SegmentChange {

    private final TokenStore tokens;
    private final JdbcTemplate jdbc;

    SegmentChange(TokenStore tokens, JdbcTemplate jdbc) {
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /**
     * Makes it so many segments, in the transaction at hand.
     *
     * @throws CannotRun when another node is at work on the group, or its number is fixed
     */
    void make(String group, int wanted) {
        int now = tokens.fetchSegments(group).length;
        if (now == 0 || now == wanted) {
            return;
        }
        if (SegmentCounts.isSaga(group)) {
            throw new CannotRun("The segments of sagas cannot be changed: " + group + " has " + now
                    + ", carequeue.processors.saga-segments says " + wanted + ".");
        }
        try {
            for (int next = now; next < wanted; next++) {
                split(group, next);
            }
            for (int last = now - 1; last >= wanted; last--) {
                merge(group, last);
            }
        } catch (UnableToClaimTokenException atWork) {
            throw new CannotRun("Another node is at work on " + group + " with " + now
                    + " segments, and carequeue.processors.segments says " + wanted
                    + " here: stop every node first, or set the same number.");
        }
    }

    private static int parent(int segment) {
        return segment - Integer.highestOneBit(segment);
    }

    private void split(String group, int next) {
        int parent = parent(next);
        TrackingToken whole = tokens.fetchToken(group, parent);
        // Two segments that were joined at different places, and have not met yet, part at their own places.
        MergedTrackingToken joined =
                WrappedToken.unwrap(whole, MergedTrackingToken.class).orElse(null);
        tokens.initializeSegment(joined == null ? whole : joined.upperSegmentToken(), group, next);
        tokens.storeToken(joined == null ? whole : joined.lowerSegmentToken(), group, parent);
        tokens.releaseClaim(group, parent);
        jdbc.update(
                "insert into view_position (view, segment, position) select view, ?, position from view_position"
                        + " where view = ? and segment = ? on conflict (view, segment) do update set position = excluded.position",
                next,
                group,
                parent);
    }

    private void merge(String group, int last) {
        int parent = parent(last);
        TrackingToken lower = tokens.fetchToken(group, parent);
        TrackingToken upper = tokens.fetchToken(group, last);
        tokens.deleteToken(group, last);
        tokens.storeToken(MergedTrackingToken.merged(lower, upper), group, parent);
        tokens.releaseClaim(group, parent);
        jdbc.update(
                "update view_position p set position = least(p.position, coalesce((select position from view_position"
                        + " where view = p.view and segment = ?), 0)) where view = ? and segment = ?",
                last,
                group,
                parent);
        jdbc.update("delete from view_position where view = ? and segment = ?", group, last);
    }
}
