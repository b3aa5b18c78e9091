package carequeue.query.eligibility;

import carequeue.api.Sealing;
import carequeue.api.eligibility.EligibilityState;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Listing;
import carequeue.query.views.Listing.First;
import carequeue.query.views.Names;
import carequeue.query.views.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of eligibility checks. */
@Component
class CheckRows {

    static final Table<String, Check> CHECKS = Table.<String, Check>named("eligibility_check")
            .key("check_id", "text", id -> id)
            .column("site_id", "text", check -> check.about().siteId())
            .column("visit_id", "text", Check::visitId)
            .column("state", "text", check -> check.state().name())
            .column("handed_over", "boolean", check -> check.person().handedOver())
            .column("asked_at", "timestamptz", check -> check.about().askedAt())
            .column("card", "bytea", JsonCard::write)
            .read(row -> JsonCard.read(row.getBytes("card"), Check.class));

    static final Names NAMES = new Names(CheckProjection.VIEW, "eligibility_patient");

    private static final String WANTED = """
            and (cast(:visit as text) is null or visit_id = cast(:visit as text))
            and (cast(:state as text) is null or state = cast(:state as text))
            and (not :handedOver or handed_over)""";

    private final Listing<Check> list;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    CheckRows(JdbcClient jdbc, Sealing sealing) {
        this.list = new Listing<>(CheckProjection.VIEW, CHECKS, First.OLDEST, "asked_at", WANTED, jdbc, sealing);
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Which checks are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String visitId, EligibilityState state, boolean handedOver) {}

    Optional<Check> find(String checkId) {
        return list.find(checkId);
    }

    List<Found<Check>> page(Wanted wanted, Keyset after, int limit) {
        return list.of(wanted.sites())
                .where("visit", wanted.visitId())
                .where("state", wanted.state())
                .where("handedOver", wanted.handedOver())
                .after(after, limit);
    }

    Map<String, String> names(Collection<String> patients) {
        return NAMES.of(patients, jdbc, sealing);
    }
}
