package carequeue.adapter.ehr.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The identifiers by which an EHR and we recognise the same thing, and how old what it says is. */
final class Identifiers {

    /** Our visits, on an Encounter. */
    static final String VISIT = "urn:carequeue:visit";

    /** Our patients, on a Patient. */
    static final String PATIENT = "urn:carequeue:patient";

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String MEDICAL_RECORD = "MR";

    private Identifiers() {}

    /** The medical record numbers of a system, each once; those no longer used do not count. */
    static List<String> recordNumbers(Patient patient, String system) {
        return patient.getIdentifier().stream()
                .filter(id -> system.equals(id.getSystem()) && id.getUse() != IdentifierUse.OLD)
                .filter(id -> id.getType().getCoding().stream().anyMatch(type -> MEDICAL_RECORD.equals(type.getCode())))
                .map(Identifier::getValue)
                .filter(value -> value != null && !value.isBlank())
                .distinct()
                .toList();
    }

    /** When the EHR changed a record last, by its own clock; null where it does not say. */
    static Instant changed(Resource record) {
        Date changed = record.getMeta().getLastUpdated();
        return changed == null ? null : changed.toInstant();
    }

    static Identifier recordNumber(String system, String value) {
        var type = new CodeableConcept();
        type.addCoding().setSystem(TYPES).setCode(MEDICAL_RECORD);
        return new Identifier().setType(type).setSystem(system).setValue(value);
    }

    static Identifier of(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }
}
