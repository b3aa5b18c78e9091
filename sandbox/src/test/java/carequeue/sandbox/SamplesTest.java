package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.sandbox.ehr.Systems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people and houses that the sandbox comes with. */
class SamplesTest {

    @TempDir
    static Path directory;

    static RunningSandbox sandbox;
    static List<Patient> patients;

    @BeforeAll
    static void start() {
        sandbox = RunningSandbox.in(directory);
        patients = sandbox.all(Patient.class);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void theSelectionIsComplete() {
        assertThat(patients).hasSize(16 + 10);
        assertThat(patients.stream().filter(Patient::hasDeceased)).hasSize(2);
        assertThat(sandbox.all(Encounter.class)).hasSize(218);
        assertThat(sandbox.all(Organization.class)).hasSize(31 + 1 + 3);
        assertThat(sandbox.all(Location.class)).hasSize(31 + 1);
        assertThat(sandbox.all(Practitioner.class)).hasSize(31);
        assertThat(sandbox.all(PractitionerRole.class)).hasSize(31);
    }

    @Test
    void referencesByQueryAreResolved() {
        Encounter visit = sandbox.read(Encounter.class, "58894d50-6d72-7613-dece-54d97e15314f");
        assertThat(visit.getSubject().getReference()).isEqualTo("Patient/1c9c3e06-993f-642c-b8ca-94597198c353");
        assertThat(visit.getServiceProvider().getReference())
                .isEqualTo("Organization/936ceb96-2b12-371f-aa68-ee02a9c06f4c");
        String treats = visit.getParticipantFirstRep().getIndividual().getReference();
        assertThat(sandbox.read(Practitioner.class, treats.replace("Practitioner/", "")))
                .isNotNull();
    }

    @Test
    void eachGoodPatientHasOneMrnOfTheSiteBesideSyntheas() {
        List<Patient> good =
                patients.stream().filter(it -> !it.getMeta().hasTag()).toList();
        assertThat(good).hasSize(16).allSatisfy(patient -> {
            assertThat(mrns(patient)).singleElement().asString().matches("[A-Z0-9]{6,12}");
            assertThat(typedMr(patient)).hasSize(2);
        });
        assertThat(good.stream().flatMap(it -> mrns(it).stream())).doesNotHaveDuplicates();
    }

    @Test
    void mrnsNeverChange() {
        Patient alvina = sandbox.read(Patient.class, "1c9c3e06-993f-642c-b8ca-94597198c353");
        assertThat(mrns(alvina)).containsExactly("M1AQZV2461");
    }

    @Test
    void mostHaveEmailAndPhone() {
        assertThat(patients.stream()
                        .filter(it -> contact(it, ContactPoint.ContactPointSystem.PHONE)
                                .findAny()
                                .isPresent()))
                .hasSizeGreaterThan(20);
        assertThat(patients.stream()
                        .flatMap(it -> contact(it, ContactPoint.ContactPointSystem.EMAIL))
                        .filter(it -> it.endsWith("@example.org")))
                .hasSizeBetween(14, 25);
    }

    @Test
    void oneSampleBreaksEachRuleAndNoOther() {
        Map<String, List<String>> found = new TreeMap<>();
        for (Patient patient : patients) {
            List<String> faults = faults(patient);
            if (!faults.isEmpty() || patient.getMeta().hasTag()) {
                found.put(patient.getMeta().getTagFirstRep().getCode(), faults);
                assertThat(patient.getMeta().getTagFirstRep().getSystem()).isEqualTo(Systems.BROKEN);
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(Stream.of(
                                "no-mrn",
                                "two-mrns",
                                "malformed-mrn",
                                "no-family-name",
                                "no-given-name",
                                "no-birth-date",
                                "partial-birth-date",
                                "malformed-phone",
                                "malformed-email",
                                "name-too-long")
                        .collect(Collectors.toMap(code -> code, List::of)));
    }

    /** The rules of a strict reader, written here a second time on purpose. */
    private static List<String> faults(Patient patient) {
        List<String> mrns = mrns(patient);
        HumanName name = patient.getNameFirstRep();
        String birth = patient.getBirthDateElement().getValueAsString();
        return Stream.of(
                        fault("no-mrn", mrns.isEmpty()),
                        fault("two-mrns", mrns.size() > 1),
                        fault("malformed-mrn", !mrns.stream().allMatch(it -> it.matches("[A-Z0-9]{6,12}"))),
                        fault("no-family-name", !name.hasFamily()),
                        fault("no-given-name", !name.hasGiven()),
                        fault("no-birth-date", birth == null),
                        fault("partial-birth-date", birth != null && birth.length() < 10),
                        fault(
                                "malformed-phone",
                                !contact(patient, ContactPoint.ContactPointSystem.PHONE)
                                        .allMatch(it -> it.matches("\\+?[\\d\\s()-]+"))),
                        fault(
                                "malformed-email",
                                !contact(patient, ContactPoint.ContactPointSystem.EMAIL)
                                        .allMatch(it -> it.matches("[^@\\s]+@[^@\\s]+\\.[a-z]+"))),
                        fault("name-too-long", names(name).anyMatch(it -> it.length() > 50)))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String fault(String code, boolean there) {
        return there ? code : "";
    }

    private static Stream<String> names(HumanName name) {
        return Stream.concat(
                Stream.ofNullable(name.getFamily()), name.getGiven().stream().map(StringType::getValue));
    }

    private static Stream<String> contact(Patient patient, ContactPoint.ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(point -> point.getSystem() == system)
                .map(ContactPoint::getValue);
    }

    private static List<String> mrns(Patient patient) {
        return typedMr(patient).stream()
                .filter(it -> Systems.MRN.equals(it.getSystem()))
                .map(Identifier::getValue)
                .toList();
    }

    private static List<Identifier> typedMr(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(it -> "MR".equals(it.getType().getCodingFirstRep().getCode()))
                .toList();
    }
}
