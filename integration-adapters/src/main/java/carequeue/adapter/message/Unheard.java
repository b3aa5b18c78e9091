package carequeue.adapter.message;

import carequeue.api.notification.MessageChannel;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The attempts of which nothing was heard for long; each is asked about less and less often, for a day at most. */
@Component
public class Unheard {

    private static final String DUE = """
        update message_attempt set asked = asked + 1,
               ask_at = case when asked < 10 then clock_timestamp() + least(power(2, asked + 1), 120) * interval '1 minute' end
        where (notification_id, attempt) in (
            select notification_id, attempt from message_attempt
            where channel = ? and ask_at <= clock_timestamp() and provider_id is not null
            order by ask_at limit ? for update skip locked)
        returning notification_id, attempt, channel, site_id, patient_id, begun_at, in_doubt, provider_id, status, code, flag, asked\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Unheard(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Those of a way that are to be asked about now, the longest waiting first; nobody else gets them meanwhile. */
    public List<Attempts.Known> due(MessageChannel channel, int n) {
        return transaction.execute(status -> jdbc.sql(DUE)
                .params(channel.toString(), n)
                .query(Attempts.Known.class)
                .list());
    }
}
