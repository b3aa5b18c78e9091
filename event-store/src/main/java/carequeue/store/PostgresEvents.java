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
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.dao.DataAccessException;
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
    private final EventWrites writes;

    protected PostgresEvents(Builder builder) {
        super(builder);
        this.reads = new EventReads(builder.jdbc, new SettledMark(builder.patience));
        this.snapshots = new Snapshots(builder.jdbc);
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
        try {
            writes.append(events, serializer);
        } catch (DataAccessException e) {
            if (Collisions.isVictim(e)) {
                throw new ConcurrencyException("another writer went first", e);
            }
            handlePersistenceException(e, Collisions.met(e, events));
        }
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

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String id, long firstSequence, int batchSize) {
        return reads.stream(id, firstSequence, batchSize);
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
        private Duration patience = Duration.ofSeconds(5);

        private Builder() {
            persistenceExceptionResolver(new Collisions());
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
