package carequeue.query.conflicts;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.conflict.ConflictState;
import carequeue.query.conflicts.Disagreement.Values;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice.Found;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Listing;
import carequeue.query.views.Listing.First;
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

    private static final String WANTED = """
            and (cast(:subject as text) is null or subject_id = cast(:subject as text))
            and (cast(:state as text) is null or state = cast(:state as text))""";

    private final Listing<Disagreement> list;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    ConflictRows(JdbcClient jdbc, Sealing sealing) {
        this.list = new Listing<>(ConflictProjection.VIEW, CONFLICTS, First.OLDEST, "raised_at", WANTED, jdbc, sealing);
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Which conflicts are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String subjectId, ConflictState state) {}

    Optional<Disagreement> find(String conflictId) {
        return list.find(conflictId);
    }

    List<Found<Disagreement>> page(Wanted wanted, Keyset after, int limit) {
        return list.of(wanted.sites())
                .where("subject", wanted.subjectId())
                .where("state", wanted.state())
                .after(after, limit);
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
