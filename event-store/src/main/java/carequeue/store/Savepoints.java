package carequeue.store;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts each event of a batch that is repeated {@linkplain EventByEvent event by event} behind a savepoint, so that the one that fails can be
 * dead-lettered in an intact transaction.
 *
 * <p>Without it PostgreSQL would refuse everything after the first failed statement.
 */
public class Savepoints implements HandlerEnhancerDefinition {

    private final DataSource dataSource;

    /** Savepoints on the connection of the transaction at hand. */
    public Savepoints(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> handler) {
        boolean ofView = handler.canHandleMessageType(EventMessage.class)
                && handler.unwrap(Method.class)
                        .map(m -> AnnotatedElementUtils.findMergedAnnotation(
                                m.getDeclaringClass(), ProcessingGroup.class))
                        .filter(group -> group.value().startsWith("view."))
                        .isPresent();
        return ofView ? new Guarded<>(handler) : handler;
    }

    private final class Guarded<T> extends WrappedMessageHandlingMember<T> {
        private final MessageHandlingMember<T> handler;

        Guarded(MessageHandlingMember<T> handler) {
            super(handler);
            this.handler = handler;
        }

        @Override
        public Object handle(Message<?> message, T target) throws Exception {
            if (!EventByEvent.now() || !TransactionSynchronizationManager.isActualTransactionActive()) {
                return handler.handle(message, target);
            }
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                return behindSavepoint(connection, message, target);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        private Object behindSavepoint(Connection connection, Message<?> message, T target) throws Exception {
            Savepoint savepoint = connection.setSavepoint();
            try {
                Object result = handler.handle(message, target);
                connection.releaseSavepoint(savepoint);
                return result;
            } catch (Exception e) {
                connection.rollback(savepoint);
                throw e;
            }
        }
    }
}
