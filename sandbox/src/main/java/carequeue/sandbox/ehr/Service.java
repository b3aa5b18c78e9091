package carequeue.sandbox.ehr;

import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;

/** What a patient comes for, as the EHR codes it; nobody maps acupuncture, on purpose. */
enum Service {
    PRIMARY_CARE("primary-care", "Primary care", 20),
    URGENT_CARE("urgent-care", "Urgent care", 15),
    LAB("lab", "Laboratory", 10),
    IMAGING("imaging", "Imaging", 30),
    ACUPUNCTURE("acupuncture", "Acupuncture", 40);

    private final String code;
    private final String display;
    private final int minutes;

    Service(String code, String display, int minutes) {
        this.code = code;
        this.display = display;
        this.minutes = minutes;
    }

    /** The service that such a visit of the past would be booked for today. */
    static Service of(Encounter past) {
        String kind = past.getTypeFirstRep().getText().toLowerCase(Locale.ROOT);
        if (past.getClass_().getCode().equals("EMER") || has(kind, "urgent", "problem", "symptom", "death")) {
            return URGENT_CARE;
        }
        if (has(kind, "prenatal", "surgical", "admission")) {
            return IMAGING;
        }
        return has(kind, "check up", "consultation", "follow-up", "postoperative") ? LAB : PRIMARY_CARE;
    }

    CodeableConcept concept() {
        return new CodeableConcept()
                .addCoding(new Coding(Systems.SERVICE_TYPE, code, display))
                .setText(display);
    }

    int minutes() {
        return minutes;
    }

    private static boolean has(String kind, String... words) {
        for (String word : words) {
            if (kind.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
