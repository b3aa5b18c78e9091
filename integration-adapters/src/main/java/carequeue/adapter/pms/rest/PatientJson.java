package carequeue.adapter.pms.rest;

import carequeue.adapter.pms.NotAccepted;
import carequeue.adapter.pms.PmsPatient;
import carequeue.adapter.pms.PmsSettings;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads a patient by the strict rules for outside data. */
final class PatientJson {

    private static final int LONGEST_NAME = 50;

    private PatientJson() {}

    static PmsPatient read(String pmsId, JsonNode p, PmsSettings settings) {
        String record = "Patient " + pmsId;
        Demographics who = new Demographics(
                Phi.of(fit(record, "mrn", needed(record, "mrn", p), settings.mrnPattern())),
                Phi.of(name(record, "firstName", p)),
                Phi.of(name(record, "lastName", p)),
                Phi.of(birthDate(record, p)),
                Phi.of(fit(record, "phone", PmsJson.first(p, "phone"), settings.phonePattern())),
                Phi.of(fit(record, "email", PmsJson.first(p, "email"), settings.emailPattern())),
                Phi.of(PmsJson.first(p, "gender")));
        return new PmsPatient(
                pmsId,
                who,
                PmsJson.first(p, "version"),
                PmsJson.instant(PmsJson.first(p, "updatedAt", "lastModified")));
    }

    private static String needed(String record, String field, JsonNode p) {
        String value = PmsJson.first(p, field);
        if (value == null) {
            throw new NotAccepted(record, field + " missing");
        }
        return value;
    }

    private static String fit(String record, String field, String value, Pattern form) {
        if (value != null && !form.matcher(value).matches()) {
            throw new NotAccepted(record, field + " malformed");
        }
        return value;
    }

    private static String name(String record, String field, JsonNode p) {
        String value = needed(record, field, p);
        if (value.length() > LONGEST_NAME) {
            throw new NotAccepted(record, field + " too-long");
        } else if (value.indexOf('\0') >= 0) {
            throw new NotAccepted(record, field + " malformed");
        }
        return value;
    }

    private static LocalDate birthDate(String record, JsonNode p) {
        String value = needed(record, "birthDate", p);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new NotAccepted(record, "birthDate malformed");
        }
    }
}
