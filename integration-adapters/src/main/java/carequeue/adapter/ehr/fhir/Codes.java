package carequeue.adapter.ehr.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter.EncounterParticipantComponent;
import org.hl7.fhir.r4.model.Identifier;

/** The code systems of American claims, under the names that FHIR servers give them. */
final class Codes {

    private static final Set<String> ICD_10_CM =
            Set.of("http://hl7.org/fhir/sid/icd-10-cm", "urn:oid:2.16.840.1.113883.6.90");
    private static final Set<String> PROCEDURES = Set.of(
            "http://www.ama-assn.org/go/cpt",
            "urn:oid:2.16.840.1.113883.6.12",
            "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "http://terminology.hl7.org/CodeSystem/HCPCS-all-codes",
            "urn:oid:2.16.840.1.113883.6.285",
            "urn:oid:2.16.840.1.113883.6.14");
    private static final Set<String> PLACES = Set.of(
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes",
            "http://terminology.hl7.org/CodeSystem/ex-serviceplace");
    private static final Set<String> NPI = Set.of("http://hl7.org/fhir/sid/us-npi", "urn:oid:2.16.840.1.113883.4.6");
    private static final Set<String> PERFORMERS = Set.of("PPRF", "ATND", "SPRF");
    private static final Pattern PLACE = Pattern.compile("\\d{2}");
    private static final Pattern TEN_DIGITS = Pattern.compile("\\d{10}");

    private Codes() {}

    static String diagnosis(CodeableConcept concept) {
        return code(concept, ICD_10_CM);
    }

    /** In CPT or HCPCS. */
    static String procedure(CodeableConcept concept) {
        return code(concept, PROCEDURES);
    }

    static String placeOfService(CodeableConcept concept) {
        String code = code(concept, PLACES);
        return code != null && PLACE.matcher(code).matches() ? code : null;
    }

    /** The National Provider Identifier, null where there is none of its form. */
    static String npi(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> NPI.contains(identifier.getSystem()))
                .map(Identifier::getValue)
                .filter(value -> value != null && TEN_DIGITS.matcher(value).matches())
                .findFirst()
                .orElse(null);
    }

    /** Which of the diagnoses are the reasons, counted from 1. */
    static List<Integer> pointers(List<CodeableConcept> reasons, List<String> diagnoses) {
        return reasons.stream()
                .map(Codes::diagnosis)
                .filter(diagnoses::contains)
                .map(code -> diagnoses.indexOf(code) + 1)
                .distinct()
                .toList();
    }

    /** Whether a participant of an Encounter is who treats. */
    static boolean performs(EncounterParticipantComponent participant) {
        return participant.getType().stream()
                .flatMap(type -> type.getCoding().stream())
                .anyMatch(type -> PERFORMERS.contains(type.getCode()));
    }

    private static String code(CodeableConcept concept, Set<String> systems) {
        Stream<Coding> codings = concept == null ? Stream.empty() : concept.getCoding().stream();
        return codings.filter(coding -> systems.contains(coding.getSystem()))
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
