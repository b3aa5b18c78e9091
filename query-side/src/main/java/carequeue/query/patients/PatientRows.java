package carequeue.query.patients;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.patient.Address;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.api.patient.PatientQuery.RelatedView;
import carequeue.api.patient.PatientQuery.SearchPatients;
import carequeue.query.views.Generations;
import carequeue.query.views.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of patients. */
@Component
class PatientRows {

    static final Table<String, PatientView> CARDS = Table.<String, PatientView>named("patient_card")
            .key("patient_id", "text", id -> id)
            .column("site_id", "text", PatientView::siteId)
            .sealed("mrn", PatientView::mrn)
            .sealed("first_name", PatientView::firstName)
            .sealed("last_name", PatientView::lastName)
            .sealed("birth_date", PatientRows::birthDate)
            .sealed("phone", PatientView::phone)
            .sealed("email", PatientView::email)
            .sealed("gender", PatientView::gender)
            .sealed(
                    "address",
                    patient ->
                            patient.address() == null ? null : patient.address().text())
            .sealed("born", PatientView::born)
            .column("deceased", "boolean", PatientView::deceased)
            .column("source", "text", PatientView::source)
            .column("merged_into", "text", PatientView::mergedInto)
            .indexed("mrn_key", PatientView::mrn)
            .indexed("phone_key", patient -> PatientKeys.phone(patient.phone()))
            .indexed("name_key", patient -> PatientKeys.born(nameKey(patient), PatientKeys.born(patient)))
            .indexed(
                    "last_key",
                    patient -> PatientKeys.born(PatientKeys.name(patient.lastName()), PatientKeys.born(patient)))
            .open(PatientRows::read);

    private static final String FIND =
            "select * from patient_card where generation = " + Generations.live(PatientProjection.VIEW) + " and ";

    // A name can be sorted only when it is open.
    private static final int AT_MOST = 1000;
    private static final int SHOWN = 50;
    private static final Comparator<PatientView> ORDER = Comparator.comparing(
                    PatientView::lastName, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PatientView::firstName, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(PatientView::patientId);

    private final JdbcClient jdbc;
    private final Sealing sealing;

    PatientRows(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** A patient as an event tells of them. */
    static PatientView view(
            String patientId, String siteId, Demographics who, boolean deceased, String source, String mergedInto) {
        return new PatientView(
                patientId,
                siteId,
                Phi.text(who.mrn(), v -> v, null),
                Phi.text(who.firstName(), v -> v, null),
                Phi.text(who.lastName(), v -> v, who.lastName() == null ? null : Phi.ERASED),
                who.birthDate() == null ? null : who.birthDate().known().orElse(null),
                Phi.text(who.phone(), v -> v, null),
                Phi.text(who.email(), v -> v, null),
                Phi.text(who.gender(), v -> v, null),
                deceased,
                source,
                mergedInto,
                who.address() == null ? null : who.address().known().orElse(null),
                Phi.text(who.born(), v -> v, null));
    }

    private static String nameKey(PatientView p) {
        return PatientKeys.name(
                (p.firstName() == null ? "" : p.firstName()) + " " + (p.lastName() == null ? "" : p.lastName()));
    }

    /** Who may act for a patient. */
    List<RelatedView> related(String patientId) {
        return jdbc
                .sql("select * from patient_related where generation = " + Generations.live(PatientProjection.VIEW)
                        + " and patient_id = ? order by person_id")
                .params(patientId)
                .query((row, n) -> Kin.read(row, sealing))
                .list()
                .stream()
                .map(Kin::view)
                .toList();
    }

    Optional<PatientView> find(String patientId) {
        return jdbc.sql(FIND + "patient_id = ?")
                .params(patientId)
                .query((row, n) -> read(row, sealing))
                .optional();
    }

    List<PatientView> byMrn(String mrn) {
        return found("mrn_key = ?", sealing.index("mrn_key", mrn.strip()));
    }

    List<PatientView> byPhone(String phone) {
        String key = PatientKeys.phone(phone);
        return key == null ? List.of() : found("phone_key = ?", sealing.index("phone_key", key));
    }

    /** A birth date, whole or as far as it is known, only together with a name: the whole name, or the last name alone. */
    List<PatientView> byName(SearchPatients query) {
        return PatientKeys.known(query.birthDate())
                .map(born -> PatientKeys.born(PatientKeys.name(query.name()), born))
                .filter(Objects::nonNull)
                .flatMap(key -> found(
                        "(name_key = ? or last_key = ?)",
                        sealing.index("name_key", key),
                        sealing.index("last_key", key))
                        .stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** Some of a site's patients with a name and birth date, or with a telephone number. */
    List<PatientView> near(String siteId, String nameAndBirth, String phone) {
        List<PatientView> near = new ArrayList<>();
        if (nameAndBirth != null) {
            near.addAll(some("name_key", siteId, nameAndBirth));
        }
        if (phone != null) {
            near.addAll(some("phone_key", siteId, phone));
        }
        return near;
    }

    private List<PatientView> some(String key, String siteId, String value) {
        return jdbc.sql(FIND + key + " = ? and site_id = ? limit " + SHOWN)
                .params(sealing.index(key, value), siteId)
                .query((row, n) -> read(row, sealing))
                .list();
    }

    private List<PatientView> found(String where, byte[]... keys) {
        return jdbc
                .sql(FIND + where + " limit " + AT_MOST)
                .params(List.of((Object[]) keys))
                .query((row, n) -> read(row, sealing))
                .list()
                .stream()
                .sorted(ORDER)
                .limit(SHOWN)
                .toList();
    }

    private static String birthDate(PatientView patient) {
        return patient.birthDate() == null ? null : patient.birthDate().toString();
    }

    private static PatientView read(ResultSet row, Sealing sealing) throws SQLException {
        Phi<String> lastName = sealing.text("last_name", row.getString("last_name"));
        String birthDate = open(row, "birth_date", sealing);
        return new PatientView(
                row.getString("patient_id"),
                row.getString("site_id"),
                open(row, "mrn", sealing),
                open(row, "first_name", sealing),
                Phi.text(lastName, v -> v, lastName == null ? null : Phi.ERASED),
                birthDate == null ? null : LocalDate.parse(birthDate),
                open(row, "phone", sealing),
                open(row, "email", sealing),
                open(row, "gender", sealing),
                row.getBoolean("deceased"),
                row.getString("source"),
                row.getString("merged_into"),
                Optional.ofNullable(open(row, "address", sealing))
                        .map(Address::of)
                        .orElse(null),
                open(row, "born", sealing));
    }

    private static String open(ResultSet row, String column, Sealing sealing) throws SQLException {
        return Phi.text(sealing.text(column, row.getString(column)), v -> v, null);
    }
}
