package carequeue.query.claims;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.claim.ClaimState;
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

/** The table of claims; diagnoses and procedures are sealed. */
@Component
class ClaimRows {

    static final Table<String, Dossier> CLAIMS = Table.<String, Dossier>named("claim_card")
            .key("claim_id", "text", id -> id)
            .column("site_id", "text", d -> d.bill().about().siteId())
            .column("visit_id", "text", d -> d.bill().about().visitId())
            .column("state", "text", d -> d.bill().state().name())
            .column("handed_over", "boolean", d -> d.bill().worry() != null)
            .column("drafted_at", "timestamptz", d -> d.bill().about().draftedAt())
            .column("card", "bytea", d -> JsonCard.write(d.bill()))
            .sealed("codes", d -> d.bill().about().patientId(), d -> words(d.codes()))
            .open(ClaimRows::read);

    static final Names NAMES = new Names(ClaimProjection.VIEW, "claim_patient");

    private static final String WANTED = """
            and (cast(:visit as text) is null or visit_id = cast(:visit as text))
            and (cast(:state as text) is null or state = cast(:state as text))
            and (not :handedOver or handed_over)""";

    private final Listing<Dossier> list;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    ClaimRows(JdbcClient jdbc, Sealing sealing) {
        this.list = new Listing<>(ClaimProjection.VIEW, CLAIMS, First.OLDEST, "drafted_at", WANTED, jdbc, sealing);
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Which claims are looked for; what is null does not matter. */
    record Wanted(Set<String> sites, String visitId, ClaimState state, boolean handedOver) {}

    Optional<Dossier> find(String claimId) {
        return list.find(claimId);
    }

    List<Found<Dossier>> page(Wanted wanted, Keyset after, int limit) {
        return list.of(wanted.sites())
                .where("visit", wanted.visitId())
                .where("state", wanted.state())
                .where("handedOver", wanted.handedOver())
                .after(after, limit);
    }

    Map<String, String> names(Collection<String> patients) {
        return NAMES.of(patients, jdbc, sealing);
    }

    private static String words(Codes codes) {
        return new String(JsonCard.write(codes), StandardCharsets.UTF_8);
    }

    private static Dossier read(ResultSet row, Sealing sealing) throws SQLException {
        Phi<String> codes = sealing.text("codes", row.getString("codes"));
        return new Dossier(
                JsonCard.read(row.getBytes("card"), Bill.class),
                codes == null ? Codes.NONE : codes.known().map(ClaimRows::codes).orElse(Codes.NONE));
    }

    private static Codes codes(String words) {
        return JsonCard.read(words.getBytes(StandardCharsets.UTF_8), Codes.class);
    }
}
