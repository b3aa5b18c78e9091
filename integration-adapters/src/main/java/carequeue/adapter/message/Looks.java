package carequeue.adapter.message;

import carequeue.api.site.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How sites showed themselves in each message, so that one that went out can be shown as it was. */
@Component
public class Looks {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageSettings settings;

    public Looks(JdbcClient jdbc, TransactionTemplate transaction, MessageSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** How a site shows itself now. */
    public Look now(Site site) {
        return settings.look(site);
    }

    /** Keeps with an attempt how its site shows itself; a repeat changes nothing. */
    void keep(Outgoing message) {
        Look look = now(message.site());
        String id = id(look);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into message_look (look, site, colour, address, phone) values (?, ?, ?, ?, ?) on conflict"
                            + " do nothing")
                    .params(id, look.site(), look.colour(), look.address(), look.phone())
                    .update();
            jdbc.sql("update message_attempt set look = ? where notification_id = ? and attempt = ? and look is null")
                    .params(id, message.said().notificationId(), message.said().attempt())
                    .update();
        });
    }

    /** How the site showed itself in an attempt; empty when it never went out. */
    public Optional<Look> of(String notificationId, int attempt) {
        return jdbc.sql("select l.site, l.colour, l.address, l.phone from message_attempt a join message_look l"
                        + " on l.look = a.look where a.notification_id = ? and a.attempt = ?")
                .params(notificationId, attempt)
                .query(Look.class)
                .optional();
    }

    private static String id(Look look) {
        String whole = String.join("\n", look.site(), look.colour(), "" + look.address(), "" + look.phone());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
