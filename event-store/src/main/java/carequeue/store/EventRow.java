package carequeue.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** An event as it will stand in its row; the database adds the index and the time. */
record EventRow(DomainEventMessage<?> event, SerializedObject<byte[]> payload, byte[] metadata) {

    /** How many parameters a row takes. */
    static final int PARAMETERS = 8;

    static EventRow of(DomainEventMessage<?> event, Serializer serializer) {
        return new EventRow(
                event,
                event.serializePayload(serializer, byte[].class),
                event.serializeMetaData(serializer, byte[].class).getData());
    }

    /** Binds the row from the parameter {@code at} on, and answers the next one. */
    int bind(PreparedStatement s, int at) throws SQLException {
        s.setString(at, event.getIdentifier());
        s.setString(at + 1, event.getType());
        s.setString(at + 2, event.getAggregateIdentifier());
        s.setLong(at + 3, event.getSequenceNumber());
        s.setString(at + 4, payload.getType().getName());
        s.setString(at + 5, payload.getType().getRevision());
        s.setBytes(at + 6, payload.getData());
        s.setBytes(at + 7, metadata);
        return at + PARAMETERS;
    }
}
