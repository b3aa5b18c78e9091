package carequeue.query.notifications;

import carequeue.api.notification.NotificationState;
import carequeue.query.door.Keyset;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.Generations;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of notifications. */
@Component
class MessageRows {

    static final Table<String, Message> MESSAGES = Table.<String, Message>named("notification_card")
            .key("notification_id", "text", id -> id)
            .column("site_id", "text", message -> message.about().siteId())
            .column("visit_id", "text", message -> message.about().visitId())
            .column("state", "text", message -> message.state().name())
            .column("requested_at", "timestamptz", message -> message.about().requestedAt())
            .column("card", "bytea", JsonCard::write)
            .read(row -> JsonCard.read(row.getBytes("card"), Message.class));

    private static final String LIVE = Generations.live(MessageProjection.VIEW);
    private static final String PAGE = """
            select requested_at, notification_id, card from notification_card where generation = %s
            and (cast(:sites as text[]) is null or site_id = any(cast(:sites as text[])))
            and (cast(:visit as text) is null or visit_id = cast(:visit as text))
            and (cast(:state as text) is null or state = cast(:state as text))
            and (requested_at, notification_id) < (:at, :id)
            order by requested_at desc, notification_id desc limit :limit
            """.formatted(LIVE);

    private final JdbcClient jdbc;

    MessageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which notifications are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String visitId, NotificationState state) {}

    Optional<Message> find(String notificationId) {
        return jdbc.sql("select card from notification_card where generation = " + LIVE + " and notification_id = ?")
                .param(notificationId)
                .query((row, n) -> JsonCard.read(row.getBytes(1), Message.class))
                .optional();
    }

    List<Found<Message>> page(Wanted wanted, Keyset after, int limit) {
        return jdbc.sql(PAGE)
                .param("sites", Sees.array(wanted.sites()))
                .param("visit", wanted.visitId())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("at", after.time())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, n) -> new Found<>(
                        new Keyset(row.getTimestamp(1).toInstant(), row.getString(2)),
                        JsonCard.read(row.getBytes(3), Message.class)))
                .list();
    }
}
