package carequeue.store;

import carequeue.api.Facts;
import carequeue.api.Position;
import carequeue.api.Refused;
import carequeue.store.Repeats.Answer;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.core.annotation.Order;

/**
 * Answers a repeated command as it was answered the first time, and carries it out once.
 *
 * <p>A command that was refused leaves nothing, so its repeat runs again.
 */
@Order(2)
public class RepeatInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Repeats repeats;

    /** An interceptor on kept answers; it stands behind {@link PositionInterceptor}. */
    public RepeatInterceptor(Repeats repeats) {
        this.repeats = repeats;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        MetaData facts = unitOfWork.getMessage().getMetaData();
        String scope = (String) facts.get(Facts.REPEAT_SCOPE);
        String key = (String) facts.get(Facts.REPEAT_KEY);
        if (scope == null || key == null) {
            return chain.proceed();
        }
        String body = String.valueOf(facts.get(Facts.REPEAT_BODY));
        Optional<Answer> before = repeats.begin(scope, key);
        if (before.isPresent()) {
            return again(before.get(), body, unitOfWork);
        }
        Object result = chain.proceed();
        Object payload = result instanceof ResultMessage<?> message ? message.getPayload() : result;
        // After the events were appended and before the transaction commits.
        unitOfWork
                .root()
                .onCommit(u -> repeats.keep(
                        scope, key, new Answer(body, payload, position(u).value())));
        return result;
    }

    private static Object again(Answer before, String body, UnitOfWork<?> unitOfWork) {
        if (!before.bodyHash().equals(body)) {
            throw new Refused.KeyReused();
        }
        position(unitOfWork).advanceTo(before.position());
        return before.result();
    }

    private static Position position(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(Position.KEY, k -> new Position());
    }
}
