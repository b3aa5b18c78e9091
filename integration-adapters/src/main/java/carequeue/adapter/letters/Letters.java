package carequeue.adapter.letters;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out what staff ordered about an effect or an envelope that was left to them; the reason stays with the order. */
@Component
public class Letters {

    private static final String NEXT = """
        update job set state = 'running', started_at = clock_timestamp()
        where job_id = (select job_id from job
                        where kind in ('effect-retry', 'effect-discard', 'inbound-retry', 'inbound-discard')
                          and state = 'waiting' order by created_at limit 1 for update skip locked)
        returning job_id, kind, subject\
        """;

    // As if its fate were unknown: the outside is asked before anything is sent again.
    private static final String EFFECT_RETRY = """
        update effect set state = 'unknown', in_doubt = true, faults = 0, done_at = null, planned_at = clock_timestamp(),
            next_attempt_at = clock_timestamp()
        where id = ? and state in ('failed', 'dead')\
        """;

    private static final String EFFECT_DISCARD = """
        update effect set state = 'done', last_error = 'given up by staff', done_at = clock_timestamp()
        where id = ? and state in ('failed', 'dead')\
        """;

    private static final String INBOUND_RETRY = """
        update inbound set state = 'stored', faults = 0, done_at = null, next_attempt_at = clock_timestamp()
        where id = ? and state in ('refused', 'dead') and body is not null\
        """;

    private static final String INBOUND_DISCARD = """
        update inbound set state = 'done', last_error = 'given up by staff', done_at = clock_timestamp()
        where id = ? and state in ('refused', 'dead')\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Letters(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** An order. */
    record Order(String jobId, String kind, String subject) {}

    /** Carries out the next order; false when there is none. */
    boolean next() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Order> order = jdbc.sql(NEXT).query(Order.class).optional();
            order.ifPresent(this::carryOut);
            return order.isPresent();
        }));
    }

    private void carryOut(Order order) {
        int changed = jdbc.sql(sql(order.kind())).param(number(order.subject())).update();
        jdbc.sql("update job set state = ?, done = ?, total = 1, problems = ?, ended_at = clock_timestamp()"
                        + " where job_id = ?")
                .params(changed == 1 ? "done" : "failed", changed)
                .params(changed == 1 ? "[]" : "[\"it was settled meanwhile, or its content is gone\"]", order.jobId())
                .update();
    }

    private static String sql(String kind) {
        return switch (kind) {
            case "effect-retry" -> EFFECT_RETRY;
            case "effect-discard" -> EFFECT_DISCARD;
            case "inbound-retry" -> INBOUND_RETRY;
            default -> INBOUND_DISCARD;
        };
    }

    private static long number(String subject) {
        return Long.parseLong(subject.substring(subject.indexOf('-') + 1));
    }
}
