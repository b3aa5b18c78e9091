package carequeue.adapter.ehr.fhir;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;

/** The diagnoses of an Encounter in ICD-10-CM, the principal one first as the Encounter ranks them. */
final class Diagnoses {

    private static final Set<String> NOT_SO = Set.of("refuted", "entered-in-error");

    private final FhirSearch fhir;

    Diagnoses(FhirSearch fhir) {
        this.fhir = fhir;
    }

    List<String> of(Encounter encounter) {
        Map<String, Integer> ranks = new HashMap<>();
        encounter.getDiagnosis().forEach(diagnosis -> {
            String id = diagnosis.getCondition().getReferenceElement().getIdPart();
            if (id != null) {
                ranks.put(id, diagnosis.hasRank() ? diagnosis.getRank() : Integer.MAX_VALUE - 1);
            }
        });
        return fhir.all(
                        Condition.class,
                        Condition.ENCOUNTER.hasId(encounter.getIdElement().getIdPart()))
                .filter(Diagnoses::holds)
                .sorted(Comparator.comparingInt(
                        condition -> ranks.getOrDefault(condition.getIdElement().getIdPart(), Integer.MAX_VALUE)))
                .map(condition -> Codes.diagnosis(condition.getCode()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static boolean holds(Condition condition) {
        return condition.getVerificationStatus().getCoding().stream()
                .noneMatch(status -> NOT_SO.contains(status.getCode()));
    }
}
