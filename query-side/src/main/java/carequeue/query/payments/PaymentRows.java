package carequeue.query.payments;

import carequeue.api.Sealing;
import carequeue.api.payment.PaymentState;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.Generations;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Listing;
import carequeue.query.views.Listing.First;
import carequeue.query.views.Names;
import carequeue.query.views.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of payments. */
@Component
class PaymentRows {

    static final String LIVE = Generations.live(PaymentProjection.VIEW);

    static final Table<String, Account> PAYMENTS = Table.<String, Account>named("payment_card")
            .key("payment_id", "text", id -> id)
            .column("site_id", "text", a -> a.asked().siteId())
            .column("business_day", "date", a -> a.asked().businessDay())
            .column("visits", "text[]", a -> a.visits().toArray(String[]::new))
            .column("state", "text", a -> Standing.of(a).name())
            .column("asked_at", "timestamptz", a -> a.asked().at())
            .column("card", "bytea", JsonCard::write)
            .read(row -> JsonCard.read(row.getBytes("card"), Account.class));

    static final Names NAMES = new Names(PaymentProjection.VIEW, "payment_patient");

    private static final String WANTED = """
            and (cast(:visit as text) is null or visits @> array[cast(:visit as text)])
            and (cast(:day as date) is null or business_day = cast(:day as date))
            and (cast(:states as text[]) is null or state = any(cast(:states as text[])))""";

    private final Listing<Account> list;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    PaymentRows(JdbcClient jdbc, Sealing sealing) {
        this.list = new Listing<>(PaymentProjection.VIEW, PAYMENTS, First.NEWEST, "asked_at", WANTED, jdbc, sealing);
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Which payments are looked for; what is null, or a state when there is none, does not matter. */
    record Wanted(Set<String> sites, String visitId, LocalDate day, Set<PaymentState> states) {}

    Optional<Account> find(String paymentId) {
        return list.find(paymentId);
    }

    List<Found<Account>> page(Wanted wanted, Keyset after, int limit) {
        return list.of(wanted.sites())
                .where("visit", wanted.visitId())
                .where("day", wanted.day())
                .where("states", states(wanted.states()))
                .after(after, limit);
    }

    Map<String, String> names(Collection<String> patients) {
        return NAMES.of(patients, jdbc, sealing);
    }

    private static String[] states(Set<PaymentState> states) {
        return states == null || states.isEmpty()
                ? null
                : states.stream().map(PaymentState::name).toArray(String[]::new);
    }
}
