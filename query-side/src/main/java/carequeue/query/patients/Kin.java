package carequeue.query.patients;

import carequeue.api.Phi;
import carequeue.api.Sealing;
import carequeue.api.patient.PatientQuery.RelatedView;
import carequeue.api.patient.RelatedPerson;
import carequeue.query.views.JsonCard;
import carequeue.query.views.Table;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;

/** Somebody who may act for a patient, as the table has them: {@code who} is personal, and null once it was erased. */
record Kin(String patientId, Powers may, Who who) {

    /** One person of one patient. */
    record Key(String patientId, String personId) {}

    /** What the person may do. */
    record Powers(
            String personId,
            String ownPatientId,
            Set<RelatedPerson.Role> roles,
            Set<RelatedPerson.Power> powers,
            LocalDate from,
            LocalDate until,
            String ended) {}

    /** Who the person is. */
    record Who(String firstName, String lastName, String phone, String email) {}

    static final Table<Key, Kin> TABLE = Table.<Key, Kin>named("patient_related")
            .key("patient_id", "text", Key::patientId)
            .key("person_id", "text", Key::personId)
            .column("may", "bytea", kin -> JsonCard.write(kin.may))
            .sealed("related", Kin::patientId, Kin::words)
            .open(Kin::read);

    static Kin of(String patientId, RelatedPerson p) {
        Powers may = new Powers(p.personId(), p.ownPatientId(), p.roles(), p.powers(), p.from(), p.until(), null);
        boolean erased = p.lastName() instanceof Phi.Erased;
        Who who = new Who(text(p.firstName()), text(p.lastName()), text(p.phone()), text(p.email()));
        return new Kin(patientId, may, erased ? null : who);
    }

    Kin ended(String reason) {
        Powers now = new Powers(
                may.personId(), may.ownPatientId(), may.roles(), may.powers(), may.from(), may.until(), reason);
        return new Kin(patientId, now, who);
    }

    RelatedView view() {
        Who known = who == null ? new Who(null, Phi.ERASED, null, null) : who;
        return new RelatedView(
                may.personId(),
                may.ownPatientId(),
                known.firstName(),
                known.lastName(),
                known.phone(),
                known.email(),
                may.roles(),
                may.powers(),
                may.from(),
                may.until(),
                may.ended());
    }

    static Kin read(ResultSet row, Sealing sealing) throws SQLException {
        Phi<String> said = sealing.text("related", row.getString("related"));
        Who who = said == null
                ? null
                : said.known()
                        .map(words -> JsonCard.read(words.getBytes(StandardCharsets.UTF_8), Who.class))
                        .orElse(null);
        return new Kin(row.getString("patient_id"), JsonCard.read(row.getBytes("may"), Powers.class), who);
    }

    private static String words(Kin kin) {
        return kin.who == null ? null : new String(JsonCard.write(kin.who), StandardCharsets.UTF_8);
    }

    private static String text(Phi<String> value) {
        return Phi.text(value, v -> v, null);
    }
}
