package carequeue.query.visit;

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

    static final int LIVE = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String SAVE = """
            insert into visit_card (generation, visit_id, site_id, business_day, open_items, card, position)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (generation, visit_id) do update
            set open_items = excluded.open_items, card = excluded.card, position = excluded.position
            where visit_card.position < excluded.position
            """;
    private static final String SAVE_NAME = """
            insert into visit_patient (generation, patient_id, name, position) values (?, ?, ?, ?)
            on conflict (generation, patient_id) do update set name = excluded.name, position = excluded.position
            where visit_patient.position < excluded.position
            """;

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Card> find(String visitId) {
        return jdbc.sql("select card from visit_card where generation = ? and visit_id = ?")
                .params(LIVE, visitId)
                .query((row, n) -> read(row.getBytes(1)))
                .optional();
    }

    /** The visits of a site that have something to be done, oldest first. */
    List<Card> open(String siteId) {
        return jdbc.sql("select card from visit_card where generation = ? and site_id = ? and open_items > 0"
                        + " order by position limit 500")
                .params(LIVE, siteId)
                .query((row, n) -> read(row.getBytes(1)))
                .list();
    }

    void save(Card card, long position) {
        jdbc.sql(SAVE)
                .params(LIVE, card.visitId(), card.siteId(), card.date(), card.openItems(), write(card), position)
                .update();
    }

    void saveName(String patientId, String name, long position) {
        jdbc.sql(SAVE_NAME).params(LIVE, patientId, name, position).update();
    }

    String name(String patientId) {
        return jdbc.sql("select name from visit_patient where generation = ? and patient_id = ?")
                .params(LIVE, patientId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whether a visit changed after a position, by its card or by a step. */
    boolean changed(String visitId, long since) {
        return jdbc.sql("select exists (select from visit_card where generation = ? and visit_id = ? and position > ?)"
                        + " or exists (select from visit_step where generation = ? and visit_id = ? and position > ?)")
                .params(LIVE, visitId, since, LIVE, visitId, since)
                .query(Boolean.class)
                .single();
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
