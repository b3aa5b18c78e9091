package carequeue.query.patients;

import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.api.patient.PatientQuery.SearchPatients;
import carequeue.query.views.Generations;
import carequeue.query.views.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of patients. */
@Component
class PatientRows {

    static final Table<String, PatientView> CARDS = Table.<String, PatientView>named("patient_card")
            .key("patient_id", "text", id -> id)
            .column("site_id", "text", PatientView::siteId)
            .column("mrn", "text", PatientView::mrn)
            .column("first_name", "text", PatientView::firstName)
            .column("last_name", "text", PatientView::lastName)
            .column("birth_date", "date", PatientView::birthDate)
            .column("phone", "text", PatientView::phone)
            .column("email", "text", PatientView::email)
            .column("gender", "text", PatientView::gender)
            .column("deceased", "boolean", PatientView::deceased)
            .column("source", "text", PatientView::source)
            .column("phone_key", "text", patient -> PatientKeys.phone(patient.phone()))
            .column("name_key", "text", PatientRows::nameKey)
            .column("last_key", "text", patient -> PatientKeys.name(patient.lastName()))
            .read(row -> read(row, 0));

    private static final String FIND =
            "select * from patient_card where generation = " + Generations.live(PatientProjection.VIEW) + " and ";
    private static final String ORDER = " order by last_name, first_name, patient_id limit 50";

    private final JdbcClient jdbc;

    PatientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A patient as an event tells of them. */
    static PatientView view(String patientId, String siteId, Demographics who, boolean deceased, String source) {
        return new PatientView(
                patientId,
                siteId,
                Phi.text(who.mrn(), v -> v, null),
                Phi.text(who.firstName(), v -> v, null),
                Phi.text(who.lastName(), v -> v, null),
                who.birthDate() == null ? null : who.birthDate().known().orElse(null),
                Phi.text(who.phone(), v -> v, null),
                Phi.text(who.email(), v -> v, null),
                Phi.text(who.gender(), v -> v, null),
                deceased,
                source);
    }

    private static String nameKey(PatientView p) {
        return PatientKeys.name(
                (p.firstName() == null ? "" : p.firstName()) + " " + (p.lastName() == null ? "" : p.lastName()));
    }

    Optional<PatientView> find(String patientId) {
        return jdbc.sql(FIND + "patient_id = ?")
                .params(patientId)
                .query(PatientRows::read)
                .optional();
    }

    List<PatientView> byMrn(String mrn) {
        return jdbc.sql(FIND + "mrn = ?" + ORDER)
                .params(mrn.strip())
                .query(PatientRows::read)
                .list();
    }

    List<PatientView> byPhone(String phone) {
        return jdbc.sql(FIND + "phone_key = ?" + ORDER)
                .params(PatientKeys.phone(phone))
                .query(PatientRows::read)
                .list();
    }

    /** A birth date only together with a name: the whole name, or the last name alone. */
    List<PatientView> byName(SearchPatients query) {
        String key = PatientKeys.name(query.name());
        return jdbc.sql(FIND + "birth_date = ? and (name_key = ? or last_key = ?)" + ORDER)
                .params(query.birthDate(), key, key)
                .query(PatientRows::read)
                .list();
    }

    private static PatientView read(ResultSet row, int number) throws SQLException {
        return new PatientView(
                row.getString("patient_id"),
                row.getString("site_id"),
                row.getString("mrn"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("phone"),
                row.getString("email"),
                row.getString("gender"),
                row.getBoolean("deceased"),
                row.getString("source"));
    }
}
