package carequeue.adapter.message;

import carequeue.api.Sealing;
import carequeue.api.notification.MessageChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The addresses whose owners said STOP, also those of whom no patient is known yet, and those at which nobody is any more. */
@Component
public class Stops {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    public Stops(JdbcClient jdbc, TransactionTemplate transaction, Sealing sealing) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
    }

    /** Nothing goes to this address any more. */
    public void stop(MessageChannel channel, String address) {
        write(
                "insert into message_stop (channel, address_hash) values (?, ?) on conflict (channel, address_hash)"
                        + " do update set why = 'stop', until = null",
                channel,
                address);
    }

    /** Messages may go to this address again. */
    public void start(MessageChannel channel, String address) {
        write("delete from message_stop where channel = ? and address_hash = ?", channel, address);
    }

    /** Why nothing may go to an address, {@code opted-out} or {@code address-gone}; or null. */
    String against(MessageChannel channel, String address) {
        return jdbc.sql("select case why when 'gone' then 'address-gone' else 'opted-out' end from message_stop"
                        + " where channel = ? and address_hash = ? and (until is null or until > clock_timestamp())")
                .params(channel.toString(), Attempts.hash(sealing, channel, address))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private void write(String sql, MessageChannel channel, String address) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql)
                .params(channel.toString(), Attempts.hash(sealing, channel, address))
                .update());
    }
}
