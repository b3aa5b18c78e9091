package carequeue.query.conflicts;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.conflict.ConflictState;
import carequeue.query.conflicts.Disagreement.Values;
import carequeue.query.door.Keyset;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.Generations;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Names;
import carequeue.query.views.Table;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of conflicts; what each system says is sealed. */
@Component
class ConflictRows {

    static final Table<String, Disagreement> CONFLICTS = Table.<String, Disagreement>named("conflict_card")
            .key("conflict_id", "text", id -> id)
            .column("site_id", "text", d -> d.about().siteId())
            .column("subject_id", "text", d -> d.about().subjectId())
            .column("state", "text", d -> d.state().name())
            .column("raised_at", "timestamptz", d -> d.about().raisedAt())
            .column("card", "bytea", d -> JsonCard.write(without(d)))
            .sealed("said", d -> d.about().patientId(), d -> words(d.values()))
            .open(ConflictRows::read);

    static final Names NAMES = new Names(ConflictProjection.VIEW, "conflict_patient");

    private static final String LIVE = Generations.live(ConflictProjection.VIEW);
    private static final String PAGE = """
            select raised_at, conflict_id, card, said from conflict_card where generation = %s
            and (cast(:sites as text[]) is null or site_id = any(cast(:sites as text[])))
            and (cast(:subject as text) is null or subject_id = cast(:subject as text))
            and (cast(:state as text) is null or state = cast(:state as text))
            and (raised_at, conflict_id) > (:at, :id)
            order by raised_at, conflict_id limit :limit
            """.formatted(LIVE);

    private final JdbcClient jdbc;
    private final Sealing sealing;

    ConflictRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Which conflicts are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String subjectId, ConflictState state) {}

    Optional<Disagreement> find(String conflictId) {
        return jdbc.sql("select card, said from conflict_card where generation = " + LIVE + " and conflict_id = ?")
                .param(conflictId)
                .query((row, n) -> read(row, sealing))
                .optional();
    }

    List<Found<Disagreement>> page(Wanted wanted, Keyset after, int limit) {
        return jdbc.sql(PAGE)
                .param("sites", Sees.array(wanted.sites()))
                .param("subject", wanted.subjectId())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("at", after.time())
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, n) ->
                        new Found<>(new Keyset(row.getTimestamp(1).toInstant(), row.getString(2)), read(row, sealing)))
                .list();
    }

    Map<String, String> names(Collection<String> patients) {
        return NAMES.of(patients, jdbc, sealing);
    }

    private static Disagreement without(Disagreement d) {
        return new Disagreement(d.about(), d.ours(), d.theirs(), d.state(), d.ruling(), null);
    }

    private static String words(Values values) {
        return values.equals(Values.NONE) ? null : new String(JsonCard.write(values), StandardCharsets.UTF_8);
    }

    private static Disagreement read(ResultSet row, Sealing sealing) throws SQLException {
        Disagreement d = JsonCard.read(row.getBytes("card"), Disagreement.class);
        Phi<String> said = sealing.text("said", row.getString("said"));
        Values values = said == null
                ? Values.NONE
                : said.known().map(ConflictRows::values).orElse(Values.NONE);
        return new Disagreement(d.about(), d.ours(), d.theirs(), d.state(), d.ruling(), values);
    }

    private static Values values(String words) {
        return JsonCard.read(words.getBytes(StandardCharsets.UTF_8), Values.class);
    }
}
