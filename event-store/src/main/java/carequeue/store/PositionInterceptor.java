package carequeue.store;

import carequeue.api.Position;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.GenericResultMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** Gives the result of every command the position in history after which its outcome is visible. */
@Order(1)
public class PositionInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final JdbcTemplate jdbc;

    /** An interceptor that asks a database for the head where a command appended nothing. */
    public PositionInterceptor(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        UnitOfWork<?> root = unitOfWork.root();
        Position known = root.getResource(Position.KEY);
        Position position = known == null ? new Position() : known;
        if (known == null) {
            root.resources().put(Position.KEY, position);
            root.onCommit(u -> atLeastTheHead(position));
        }
        Object result = chain.proceed();
        ResultMessage<?> message =
                result instanceof ResultMessage<?> r ? r : GenericResultMessage.asResultMessage(result);
        return message.andMetaData(java.util.Map.of(Position.KEY, position));
    }

    private void atLeastTheHead(Position position) {
        if (position.value() < 0 && Unwritten.current().isEmpty()) {
            position.advanceTo(jdbc.queryForObject("select coalesce(max(global_index), 0) from event", Long.class));
        }
    }
}
