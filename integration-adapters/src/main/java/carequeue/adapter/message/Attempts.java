package carequeue.adapter.message;

import carequeue.api.Sealing;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of each attempt; every word is committed before the next call goes out. */
@Component
public class Attempts {

    private static final String KNOWN = """
        select notification_id, attempt, channel, site_id, patient_id, begun_at, in_doubt, provider_id, status, code, flag, asked
        from message_attempt\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;

    public Attempts(JdbcClient jdbc, TransactionTemplate transaction, Sealing sealing) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
    }

    /** An attempt as it is known. */
    public record Known(
            String notificationId,
            int attempt,
            String channel,
            String siteId,
            String patientId,
            Instant begunAt,
            boolean inDoubt,
            String providerId,
            String status,
            String code,
            String flag,
            int asked) {

        public DeliveryStatus delivery() {
            return DeliveryStatus.valueOf(status.toUpperCase(Locale.ROOT));
        }
    }

    /** Notes that an attempt is made, and answers what is known of it. */
    Known begin(Outgoing message, String address) {
        NotificationDispatched said = message.said();
        write(
                """
                insert into message_attempt (notification_id, attempt, channel, site_id, patient_id, address_hash, template,
                    visit_id, business_day, link_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                """,
                said.notificationId(),
                said.attempt(),
                said.channel().toString(),
                message.site().siteId(),
                said.patientId(),
                hash(sealing, said.channel(), address),
                said.template() + "/" + said.templateVersion(),
                said.visitId(),
                message.businessDay(),
                said.visitId() == null ? null : Links.hash(sealing, Links.code(sealing, said)));
        return find(said.notificationId(), said.attempt()).orElseThrow();
    }

    /**
     * Notes that the provider is about to be called; false when the attempt is not as it was, since a node that seemed to have stopped goes on.
     *
     * @param again whether an earlier call is in doubt, so that this one may be the second
     */
    boolean calls(NotificationDispatched said, boolean again) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql("""
                    update message_attempt set in_doubt = true, flag = case when in_doubt then 'perhaps-twice' else flag end
                    where notification_id = ? and attempt = ? and status = 'dispatched' and in_doubt = ?\
                    """)
                        .params(said.notificationId(), said.attempt(), again)
                        .update()
                == 1));
    }

    void inDoubt(NotificationDispatched said, boolean doubt) {
        write(
                "update message_attempt set in_doubt = ? where notification_id = ? and attempt = ?",
                doubt,
                said.notificationId(),
                said.attempt());
    }

    /** Notes what the provider said; {@code askIn} is when to ask again, or null. A status never goes back. */
    void said(NotificationDispatched attempt, Sent sent, Duration askIn) {
        write(
                """
                update message_attempt set in_doubt = false, provider_id = coalesce(?, provider_id), status = ?, code = ?,
                       ask_at = clock_timestamp() + ? * interval '1 second'
                where notification_id = ? and attempt = ? and status = 'dispatched'\
                """,
                sent.providerId(),
                sent.status().toString(),
                sent.code(),
                askIn == null ? null : (Long) askIn.toSeconds(),
                attempt.notificationId(),
                attempt.attempt());
    }

    /** Notes a word that came by itself or on our asking; it settles every doubt. A status never goes back. */
    public void heard(Known known, String providerId, DeliveryStatus status, String code) {
        boolean over = status != DeliveryStatus.DISPATCHED && status != DeliveryStatus.SENT;
        boolean news = status.compareTo(known.delivery()) > 0;
        write(
                """
                update message_attempt set in_doubt = false, provider_id = coalesce(provider_id, ?), status = ?, code = ?,
                       ask_at = case when ? then null else ask_at end
                where notification_id = ? and attempt = ?\
                """,
                providerId,
                news ? status.toString() : known.status(),
                news ? code : known.code(),
                over,
                known.notificationId(),
                known.attempt());
    }

    /** Marks an attempt of which nobody can say what became of a call. */
    void flag(NotificationDispatched said, String flag) {
        write(
                "update message_attempt set flag = ? where notification_id = ? and attempt = ?",
                flag,
                said.notificationId(),
                said.attempt());
    }

    /** Notes that nobody is at the address of an attempt; that is believed for a month, since people come back. */
    public void gone(String notificationId, int attempt) {
        write("""
                insert into message_stop (channel, address_hash, why, until)
                select channel, address_hash, 'gone', clock_timestamp() + interval '30 days' from message_attempt
                where notification_id = ? and attempt = ?
                on conflict (channel, address_hash) do update set until = excluded.until where message_stop.why = 'gone'\
                """, notificationId, attempt);
    }

    /** An attempt by its own name. */
    public Optional<Known> find(String notificationId, int attempt) {
        return jdbc.sql(KNOWN + " where notification_id = ? and attempt = ?")
                .params(notificationId, attempt)
                .query(Known.class)
                .optional();
    }

    /** An attempt by the provider's name of it. */
    public Optional<Known> byProvider(MessageChannel channel, String providerId) {
        return jdbc.sql(KNOWN + " where channel = ? and provider_id = ?")
                .params(channel.toString(), providerId)
                .query(Known.class)
                .optional();
    }

    /** The patients to whom something was sent at an address. */
    public List<String> patients(MessageChannel channel, String address) {
        return jdbc.sql("select distinct patient_id from message_attempt where channel = ? and address_hash = ? order"
                        + " by 1")
                .params(channel.toString(), hash(sealing, channel, address))
                .query(String.class)
                .list();
    }

    /** The keyed hash under which an address is found without being shown. */
    static byte[] hash(Sealing sealing, MessageChannel channel, String address) {
        return sealing.index("message-address", channel.toString(), address.toLowerCase(Locale.ROOT));
    }

    private void write(String sql, Object... values) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(values).update());
    }
}
