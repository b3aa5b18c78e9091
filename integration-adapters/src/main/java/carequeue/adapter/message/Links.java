package carequeue.adapter.message;

import carequeue.api.Sealing;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.visit.PatientLinks;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The short links in messages: they say nothing, cannot be guessed, lead to the patient's own page, and show that a message was read. */
@Component
public class Links {

    /** Where the links lead. */
    static final String PATH = "/l/";

    private static final int BYTES = 12;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sealing sealing;
    private final PatientLinks pages;

    public Links(JdbcClient jdbc, TransactionTemplate transaction, Sealing sealing, PatientLinks pages) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sealing = sealing;
        this.pages = pages;
    }

    private record Target(String visitId, String siteId, LocalDate businessDay) {}

    /** The code of an attempt's link; always the same, so that the words of a message can be recognised. */
    static String code(Sealing sealing, NotificationDispatched said) {
        byte[] whole = sealing.index("message-link", said.notificationId(), Integer.toString(said.attempt()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
    }

    static byte[] hash(Sealing sealing, String code) {
        return sealing.index("message-link-hash", code);
    }

    /** The path of the patient's page behind a link; empty when there is no such link. */
    Optional<String> target(String code) {
        return jdbc.sql("select visit_id, site_id, business_day from message_attempt where link_hash = ?")
                .param(hash(sealing, code))
                .query(Target.class)
                .optional()
                .map(target -> pages.path(target.visitId(), target.siteId(), target.businessDay()));
    }

    /** Somebody followed a link; the first time is kept. */
    void tapped(String code) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update message_attempt set tapped_at = clock_timestamp() where link_hash = ? and tapped_at is null")
                .param(hash(sealing, code))
                .update());
    }
}
