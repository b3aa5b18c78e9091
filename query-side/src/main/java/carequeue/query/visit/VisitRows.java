package carequeue.query.visit;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.query.views.Generations;
import carequeue.query.views.Table;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cards of the visits and the names on them. */
@Component
class VisitRows {

    static final String LIVE = Generations.live(VisitProjection.VIEW);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static final Table<String, Card> CARDS = Table.<String, Card>named("visit_card")
            .key("visit_id", "text", id -> id)
            .column("site_id", "text", Card::siteId)
            .column("business_day", "date", Card::date)
            .column("open_items", "integer", Card::openItems)
            .column("card", "bytea", VisitRows::write)
            .read(row -> read(row.getBytes("card")));

    static final Table<String, String> NAMES = Table.<String, String>named("visit_patient")
            .key("patient_id", "text", id -> id)
            .sealed("name", name -> name)
            .open((row, sealing) -> name(row.getString("name"), sealing));

    private final JdbcClient jdbc;
    private final Sealing sealing;

    VisitRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    Optional<Card> find(String visitId) {
        return jdbc.sql("select card from visit_card where generation = " + LIVE + " and visit_id = ?")
                .param(visitId)
                .query((row, n) -> read(row.getBytes(1)))
                .optional();
    }

    /** The visits of a site that have something to be done, oldest first. */
    List<Card> open(String siteId) {
        return jdbc.sql("select card from visit_card where generation = " + LIVE + " and site_id = ? and open_items > 0"
                        + " order by position limit 500")
                .param(siteId)
                .query((row, n) -> read(row.getBytes(1)))
                .list();
    }

    String name(String patientId) {
        return jdbc.sql("select name from visit_patient where generation = " + LIVE + " and patient_id = ?")
                .param(patientId)
                .query((row, n) -> name(row.getString(1), sealing))
                .optional()
                .orElse(null);
    }

    /** Whether a visit changed after a position, by its card or by a step. */
    boolean changed(String visitId, long since) {
        return jdbc.sql("select exists (select from visit_card where generation = " + LIVE
                        + " and visit_id = :visit and position > :since)"
                        + " or exists (select from visit_step where generation = " + LIVE
                        + " and visit_id = :visit and position > :since)")
                .param("visit", visitId)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    private static String name(String sealed, Sealing sealing) {
        return Phi.text(sealing.text("name", sealed), name -> name, Phi.ERASED);
    }

    private static byte[] write(Card card) {
        try {
            return JSON.writeValueAsBytes(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Card read(byte[] json) {
        try {
            return JSON.readValue(json, Card.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
