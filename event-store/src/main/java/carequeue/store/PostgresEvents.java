package carequeue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * History on PostgreSQL: nothing committed is ever skipped by a reader, and no clock decides anything.
 *
 * <p>Writes run in the transaction of the unit of work; readers follow behind the {@link SettledMark} on connections of their own.
 */
public class PostgresEvents extends BatchingEventStorageEngine {

    private final EventReads reads;
    private final Snapshots snapshots;
    private final SnapshotFilter today;
    private final EventWrites writes;

    protected PostgresEvents(Builder builder) {
        super(builder);
        this.reads = new EventReads(builder.jdbc, new SettledMark(builder.patience));
        this.snapshots = new Snapshots(builder.jdbc);
        this.today = Snapshots.ofToday(builder.serializer);
        this.writes = new EventWrites(builder.jdbc, builder.claims, builder.transactions);
    }

    /** Begins an engine. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> events = new ArrayList<>(messages.size());
        messages.forEach(m -> events.add(asDomainEvent(m)));
        writes.append(events, serializer);
    }

    private static DomainEventMessage<?> asDomainEvent(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0L, message, message::getTimestamp);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken last, int batchSize) {
        return reads.after(position(last), batchSize);
    }

    /** Settled history after a place, for somebody to whom some {@linkplain StableNames#kinds kinds} of events say nothing. */
    Stretches without(long after, List<String> kinds) {
        return new Stretches(reads, after, kinds, getEventSerializer(), upcasterChain);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String id, long firstSequence, int batchSize) {
        return reads.stream(id, firstSequence, batchSize);
    }

    /** An aggregate from its newest snapshot on, if it has one of today's revision: in one round trip where it is not long. */
    DomainEventStream fromSnapshot(String aggregateId) {
        List<StoredEvent> rows = reads.fromSnapshot(aggregateId, batchSize());
        boolean snapshot = !rows.isEmpty() && rows.get(0).index() == 0;
        if (snapshot && !today.allow(rows.get(0))) {
            return readEvents(aggregateId, 0);
        }
        DomainEventStream first =
                EventStreamUtils.upcastAndDeserializeDomainEvents(rows.stream(), getEventSerializer(), upcasterChain);
        boolean more = rows.size() - (snapshot ? 1 : 0) == batchSize();
        return more
                ? DomainEventStream.concat(
                        first, readEvents(aggregateId, rows.get(rows.size() - 1).sequence() + 1))
                : first;
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return snapshots.read(aggregateId).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return reads.lastSequence(aggregateId);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reads.settledHead());
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        OffsetDateTime at = time.atOffset(ZoneOffset.UTC);
        return reads.firstSince(at)
                .<TrackingToken>map(first -> new GlobalSequenceTrackingToken(first - 1))
                .orElseGet(this::createHeadToken);
    }

    /** What keeps every reader from passing the next event behind a place; null when it can be read. */
    String obstacleBehind(long position) {
        try {
            readEvents(new GlobalSequenceTrackingToken(position), false).findFirst();
            return null;
        } catch (Unreadable e) {
            return e.getMessage();
        }
    }

    /** The place of a token, 0 for the beginning. */
    static long position(TrackingToken token) {
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        return plain == null ? 0 : ((GlobalSequenceTrackingToken) plain).getGlobalIndex();
    }

    /** What an engine is made of. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {
        private JdbcTemplate jdbc;
        private PlatformTransactionManager transactions;
        private ClaimedKeys claims;
        private Serializer serializer;
        private Duration patience = Duration.ofSeconds(5);

        private Builder() {
            batchSize(500);
        }

        /** The database and the one transaction manager on it. */
        public Builder database(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
            this.jdbc = jdbc;
            this.transactions = transactions;
            return this;
        }

        /** The unique keys over all aggregates. */
        public Builder claims(ClaimedKeys claims) {
            this.claims = claims;
            return this;
        }

        /** How long one read waits for an older writer before it answers with nothing. */
        public Builder patience(Duration patience) {
            this.patience = patience;
            return this;
        }

        /** The serializer of events and snapshots. */
        public Builder serializer(Serializer serializer) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            this.serializer = serializer;
            snapshotFilter(Snapshots.ofToday(serializer));
            return this;
        }

        /** The upcasters. */
        public Builder upcasters(EventUpcaster upcasters) {
            upcasterChain(upcasters);
            return this;
        }

        /** The engine. */
        public PostgresEvents build() {
            return new PostgresEvents(this);
        }
    }
}
