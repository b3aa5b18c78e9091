package carequeue.adapter.sync;

import carequeue.api.Sealing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Our subscriptions at the EHR: which there are, how many events of each were heard, and the secret by which we know them. */
@Component
public class SubscriptionRows {

    private static final String SUBJECT = "ehr.webhook";
    private static final int SECRET_BYTES = 32;

    // An outside counter begins anew only under another subscription's identifier.
    private static final String HEARD = """
        insert into ehr_subscription (name, topic, subscription_id, last_event, heard_at)
        values (:name, :key, :subscription, :last, clock_timestamp())
        on conflict (name, topic) do update set heard_at = excluded.heard_at,
            last_event = greatest(coalesce(ehr_subscription.last_event, 0), excluded.last_event)\
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;
    private final SecureRandom random = new SecureRandom();

    public SubscriptionRows(JdbcClient jdbc, TransactionTemplate transaction, Sealing sealing) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
    }

    /** Up to which event a subscription was heard, or null. */
    Long lastOf(String name, String subscription) {
        return transaction.execute(
                status -> jdbc.sql("select last_event from ehr_subscription where name = ? and topic = ?")
                        .params(name, "heard " + subscription)
                        .query(Long.class)
                        .optional()
                        .orElse(null));
    }

    /** It was heard up to this event. */
    void heard(String name, String subscription, long last) {
        if (subscription != null) {
            transaction.executeWithoutResult(status -> jdbc.sql(HEARD)
                    .param("name", name)
                    .param("key", "heard " + subscription)
                    .param("subscription", subscription)
                    .param("last", last)
                    .update());
        }
    }

    /** The identifier there of what we subscribed to. */
    Optional<String> subscribed(String name, String topic) {
        return transaction.execute(
                status -> jdbc.sql("select subscription_id from ehr_subscription where name = ? and topic = ?")
                        .params(name, topic)
                        .query(String.class)
                        .optional());
    }

    /** We subscribed to it. */
    void subscribe(String name, String topic, String subscription) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("""
                    insert into ehr_subscription (name, topic, subscription_id) values (?, ?, ?)
                    on conflict (name, topic) do update set subscription_id = excluded.subscription_id\
                    """).params(name, topic, subscription).update());
    }

    /** The secret that was made for a door, if there is one. */
    Optional<String> secret(String name) {
        return transaction
                .execute(status -> jdbc.sql("select secret from ehr_webhook where name = ?")
                        .param(name)
                        .query(String.class)
                        .optional())
                .flatMap(kept -> sealing.open("ehr.webhook.secret", kept).value())
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
    }

    /** The secret of a door, made at the first time; every node knows the same. */
    String secretMade(String name) {
        return secret(name).orElseGet(() -> {
            byte[] bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            String closed = sealing.seal(SUBJECT, "ehr.webhook.secret", made.getBytes(StandardCharsets.UTF_8));
            transaction.executeWithoutResult(status -> jdbc.sql(
                            "insert into ehr_webhook (name, secret) values (?, ?) on conflict (name) do nothing")
                    .params(name, closed)
                    .update());
            return secret(name).orElseThrow();
        });
    }
}
