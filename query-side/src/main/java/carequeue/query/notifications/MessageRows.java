package carequeue.query.notifications;

import carequeue.api.Sealing;
import carequeue.api.notification.NotificationState;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Listing;
import carequeue.query.views.Listing.First;
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

    private static final String WANTED = """
            and (cast(:visit as text) is null or visit_id = cast(:visit as text))
            and (cast(:state as text) is null or state = cast(:state as text))""";

    private final Listing<Message> list;

    MessageRows(JdbcClient jdbc, Sealing sealing) {
        this.list =
                new Listing<>(MessageProjection.VIEW, MESSAGES, First.NEWEST, "requested_at", WANTED, jdbc, sealing);
    }

    /** Which notifications are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String visitId, NotificationState state) {}

    Optional<Message> find(String notificationId) {
        return list.find(notificationId);
    }

    List<Found<Message>> page(Wanted wanted, Keyset after, int limit) {
        return list.of(wanted.sites())
                .where("visit", wanted.visitId())
                .where("state", wanted.state())
                .after(after, limit);
    }
}
