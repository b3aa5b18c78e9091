package carequeue.store;

import java.util.Collection;
import java.util.TreeSet;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first tokens of sagas and effects before any door opens, so that none of them misses the first minute and none replays.
 *
 * <p>In an empty history they stand at its beginning; a group added later begins at the head.
 */
public class FirstTokens {

    private static final long LOCK = 0x43515F544F4B454EL;

    private final TokenStore tokens;
    private final EventStorageEngine history;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SegmentChange change;

    /** First tokens in a token store for a history in the same database. */
    public FirstTokens(
            TokenStore tokens, EventStorageEngine history, JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.tokens = tokens;
        this.history = history;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.change = new SegmentChange(tokens, jdbc);
    }

    /** Whether a group must not begin by Axon's defaults. */
    public static boolean concerns(String group) {
        return group.startsWith("saga.") || group.startsWith("effect.");
    }

    /** Makes the tokens that are missing, and cuts the work of groups anew whose number of segments was changed. */
    public void make(Collection<String> groups, SegmentCounts segments) {
        new TreeSet<>(groups).forEach(group -> make(group, segments.of(group)));
    }

    /** Makes the tokens of a group unless it has some; if it has, sees that they are so many. */
    public void make(String group, int segments) {
        transaction.executeWithoutResult(status -> {
            // One node at a time: the second finds what the first has made.
            jdbc.query("select pg_advisory_xact_lock(" + LOCK + ")", row -> {});
            if (concerns(group) && tokens.fetchSegments(group).length == 0) {
                tokens.initializeTokenSegments(group, segments, first());
            }
            change.make(group, segments);
        });
    }

    /**
     * Gives back what processes that were killed still claim, so that it need not be waited for; only where no other node is on the database.
     *
     * @return how many claims were given back
     */
    public int releaseClaims() {
        return transaction.execute(status -> jdbc.update("update token set owner = null where owner is not null"));
    }

    private TrackingToken first() {
        boolean empty =
                Boolean.TRUE.equals(jdbc.queryForObject("select not exists (select from event)", Boolean.class));
        return empty ? new GlobalSequenceTrackingToken(0) : history.createHeadToken();
    }
}
