package carequeue.query.eligibility;

import carequeue.api.Sealing;
import carequeue.api.eligibility.EligibilityState;
import carequeue.query.door.Keyset;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.Generations;
import carequeue.query.views.JsonCard;
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

    private static final String LIVE = Generations.live(CheckProjection.VIEW);
    private static final String PAGE = """
            select asked_at, check_id, card from eligibility_check where generation = %s
            and (cast(:sites as text[]) is null or site_id = any(cast(:sites as text[])))
            and (cast(:visit as text) is null or visit_id = cast(:visit as text))
            and (cast(:state as text) is null or state = cast(:state as text))
            and (not :handedOver or handed_over)
            and (asked_at, check_id) > (:at, :id)
            order by asked_at, check_id limit :limit
            """.formatted(LIVE);

    private final JdbcClient jdbc;
    private final Sealing sealing;

    CheckRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Which checks are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String visitId, EligibilityState state, boolean handedOver) {}

    Optional<Check> find(String checkId) {
        return jdbc.sql("select card from eligibility_check where generation = " + LIVE + " and check_id = ?")
                .param(checkId)
                .query((row, n) -> JsonCard.read(row.getBytes(1), Check.class))
                .optional();
    }

    List<Found<Check>> page(Wanted wanted, Keyset after, int limit) {
        return jdbc.sql(PAGE)
                .param("sites", Sees.array(wanted.sites()))
                .param("visit", wanted.visitId())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("handedOver", wanted.handedOver())
                .param("at", after.time())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, n) -> new Found<>(
                        new Keyset(row.getTimestamp(1).toInstant(), row.getString(2)),
                        JsonCard.read(row.getBytes(3), Check.class)))
                .list();
    }

    Map<String, String> names(Collection<String> patients) {
        return NAMES.of(patients, jdbc, sealing);
    }
}
