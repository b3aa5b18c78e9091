package carequeue.store;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has a command carried out again that was decided on a remembered aggregate with which another node has gone on.
 *
 * <p>An event appended to such an aggregate collides by its number. What is looked at here is a refusal, or an answer with nothing appended.
 */
@Order(3)
public class StaleMemory implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String LAST =
            "select aggregate_id, max(sequence) from event where aggregate_id = any (?) group by 1";

    private final JdbcTemplate jdbc;

    /** An interceptor that looks into a database. */
    public StaleMemory(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Object result;
        try {
            result = chain.proceed();
        } catch (Exception refusal) {
            mustBeTrue(Remembered.usedIn(unitOfWork), refusal);
            throw refusal;
        }
        unitOfWork.root().onCommit(root -> mustBeTrue(unguarded(root), null));
        return result;
    }

    private static Map<String, Long> unguarded(UnitOfWork<?> root) {
        Map<String, Long> used = new HashMap<>(Remembered.usedIn(root));
        Unwritten.current().ifPresent(unwritten -> unwritten.aggregates().forEach(used::remove));
        return used;
    }

    private void mustBeTrue(Map<String, Long> used, Exception refusal) {
        if (!used.isEmpty() && !isTrue(used, refusal)) {
            throw new ConcurrencyException("another node has gone on with " + used.keySet(), refusal);
        }
    }

    private boolean isTrue(Map<String, Long> used, Exception refusal) {
        Map<String, Long> last = new HashMap<>();
        try {
            jdbc.query(
                    LAST,
                    row -> {
                        last.put(row.getString(1), row.getLong(2));
                    },
                    (Object) used.keySet().toArray(String[]::new));
        } catch (DataAccessException e) {
            if (refusal == null) {
                throw e;
            }
            // The transaction has failed already, and that is what is to be told.
            return true;
        }
        return used.entrySet().stream().allMatch(u -> u.getValue().equals(last.getOrDefault(u.getKey(), -1L)));
    }
}
