package carequeue.query.patients;

import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.api.patient.PatientQuery.SearchPatients;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of patients. */
@Component
class PatientRows {

    private static final int LIVE = 1;
    private static final String SAVE = """
            insert into patient_card (generation, patient_id, site_id, mrn, first_name, last_name, birth_date, phone,
                email, gender, deceased, source, phone_key, name_key, last_key, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (generation, patient_id) do update set site_id = excluded.site_id, mrn = excluded.mrn,
                first_name = excluded.first_name, last_name = excluded.last_name, birth_date = excluded.birth_date,
                phone = excluded.phone, email = excluded.email, gender = excluded.gender,
                deceased = excluded.deceased, source = excluded.source, phone_key = excluded.phone_key,
                name_key = excluded.name_key, last_key = excluded.last_key, position = excluded.position
            where patient_card.position < excluded.position
            """;
    private static final String FIND = "select * from patient_card where generation = ? and ";
    private static final String ORDER = " order by last_name, first_name, patient_id limit 50";

    private final JdbcClient jdbc;

    PatientRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String patientId, String siteId, Demographics who, boolean deceased, String source, long position) {
        String first = Phi.text(who.firstName(), v -> v, null);
        String last = Phi.text(who.lastName(), v -> v, null);
        String phone = Phi.text(who.phone(), v -> v, null);
        LocalDate born =
                who.birthDate() == null ? null : who.birthDate().known().orElse(null);
        jdbc.sql(SAVE)
                .params(Arrays.asList(
                        LIVE,
                        patientId,
                        siteId,
                        Phi.text(who.mrn(), v -> v, null),
                        first,
                        last,
                        born,
                        phone,
                        Phi.text(who.email(), v -> v, null),
                        Phi.text(who.gender(), v -> v, null),
                        deceased,
                        source,
                        PatientKeys.phone(phone),
                        PatientKeys.name((first == null ? "" : first) + " " + (last == null ? "" : last)),
                        PatientKeys.name(last),
                        position))
                .update();
    }

    Optional<PatientView> find(String patientId) {
        return jdbc.sql(FIND + "patient_id = ?")
                .params(LIVE, patientId)
                .query(PatientRows::read)
                .optional();
    }

    List<PatientView> byMrn(String mrn) {
        return jdbc.sql(FIND + "mrn = ?" + ORDER)
                .params(LIVE, mrn.strip())
                .query(PatientRows::read)
                .list();
    }

    List<PatientView> byPhone(String phone) {
        return jdbc.sql(FIND + "phone_key = ?" + ORDER)
                .params(LIVE, PatientKeys.phone(phone))
                .query(PatientRows::read)
                .list();
    }

    /** A birth date only together with a name: the whole name, or the last name alone. */
    List<PatientView> byName(SearchPatients query) {
        String key = PatientKeys.name(query.name());
        return jdbc.sql(FIND + "birth_date = ? and (name_key = ? or last_key = ?)" + ORDER)
                .params(LIVE, query.birthDate(), key, key)
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
