package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carequeue.adapter.ehr.EhrSite;
import carequeue.adapter.ehr.PatientRecord;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.api.patient.Address;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Address.AddressType;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient is taken over as a whole or refused by the names of the fields, never with their values. */
class PatientMappingTest {

    private static final String SYSTEM = EhrSite.DEFAULT.mrnSystem();

    private final Patient patient = good();

    private static Patient good() {
        Patient patient = new Patient();
        patient.setId("Patient/17/_history/3");
        patient.addIdentifier(Identifiers.recordNumber(SYSTEM, "M12345"));
        patient.addIdentifier(Identifiers.recordNumber("urn:somewhere:else", "0b1c-not-ours"));
        patient.addName()
                .setUse(NameUse.OFFICIAL)
                .setFamily("Ward")
                .addGiven("Mary")
                .addGiven("Ann");
        patient.setBirthDateElement(new DateType("1961-04-30"));
        patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("+1 (555) 010-0199");
        patient.addTelecom().setSystem(ContactPointSystem.EMAIL).setValue("mary.ward@example.org");
        return patient.setGender(AdministrativeGender.FEMALE);
    }

    private PatientRecord read() {
        return PatientMapping.read(patient, EhrSite.DEFAULT);
    }

    private String refusal() {
        Unacceptable refused = catchThrowableOfType(Unacceptable.class, this::read);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.record()).isEqualTo("Patient/17");
        return refused.detail();
    }

    @Test
    void aWholePatientIsTakenOver() {
        PatientRecord read = read();
        assertThat(read.ehrId()).isEqualTo("17");
        assertThat(read.version()).isEqualTo("3");
        assertThat(read.deceased()).isFalse();
        var who = read.demographics();
        assertThat(who.mrn().get()).isEqualTo("M12345");
        assertThat(who.firstName().get()).isEqualTo("Mary");
        assertThat(who.lastName().get()).isEqualTo("Ward");
        assertThat(who.birthDate().get()).isEqualTo(LocalDate.of(1961, 4, 30));
        assertThat(who.phone().get()).isEqualTo("+1 (555) 010-0199");
        assertThat(who.email().get()).isEqualTo("mary.ward@example.org");
        assertThat(who.gender().get()).isEqualTo("female");
    }

    @Test
    void phoneEmailAndGenderMayBeMissing() {
        patient.getTelecom().clear();
        patient.setGenderElement(null);
        assertThat(read().demographics().phone()).isNull();
        assertThat(read().demographics().email()).isNull();
        assertThat(read().demographics().gender()).isNull();
    }

    @Test
    void withoutARecordNumberOfTheSite() {
        patient.getIdentifier().remove(0);
        assertThat(refusal()).isEqualTo("mrn missing");
    }

    @Test
    void aNumberOfTheSystemThatIsNoMedicalRecordDoesNotCount() {
        patient.getIdentifier().get(0).getType().getCodingFirstRep().setCode("PT");
        assertThat(refusal()).isEqualTo("mrn missing");
    }

    @Test
    void withSeveralRecordNumbers() {
        patient.addIdentifier(Identifiers.recordNumber(SYSTEM, "M99999"));
        assertThat(refusal()).isEqualTo("mrn several");
    }

    @Test
    void anOldRecordNumberDoesNotCount() {
        patient.addIdentifier(Identifiers.recordNumber(SYSTEM, "M99999").setUse(IdentifierUse.OLD));
        assertThat(read().demographics().mrn().get()).isEqualTo("M12345");
    }

    @ParameterizedTest
    @ValueSource(strings = {"M1234", "m12345", "M123456789012", "M 12345", "M12345\n"})
    void aRecordNumberOfAnotherForm(String number) {
        patient.getIdentifier().get(0).setValue(number);
        assertThat(refusal()).isEqualTo("mrn malformed");
    }

    @Test
    void theFormOfARecordNumberIsTheSites() {
        var site = new EhrSite(
                SYSTEM,
                java.util.regex.Pattern.compile("\\d{3}"),
                EhrSite.DEFAULT.phonePattern(),
                EhrSite.DEFAULT.emailPattern(),
                null,
                EhrSite.DEFAULT.payerSystem(),
                java.util.Map.of());
        patient.getIdentifier().get(0).setValue("123");
        assertThat(PatientMapping.read(patient, site).demographics().mrn().get())
                .isEqualTo("123");
    }

    @Test
    void withoutNames() {
        patient.getName().clear();
        assertThat(refusal()).isEqualTo("firstName missing, lastName missing");
    }

    @Test
    void withNamesTooLong() {
        patient.getNameFirstRep().setFamily("w".repeat(51));
        patient.getNameFirstRep().getGiven().get(0).setValue("m".repeat(51));
        assertThat(refusal()).isEqualTo("firstName too-long, lastName too-long");
    }

    @Test
    void aNameOfFiftyLettersIsTaken() {
        patient.getNameFirstRep().setFamily("w".repeat(50));
        assertThat(read().demographics().lastName().get()).hasSize(50);
    }

    @Test
    void theOfficialNameCountsWhereverItStands() {
        patient.getName().clear();
        patient.addName().setUse(NameUse.MAIDEN).setFamily("Miller").addGiven("Mary");
        patient.addName().setUse(NameUse.OLD).setFamily("Old").addGiven("Mary");
        patient.addName().setFamily("Plain").addGiven("Mary");
        assertThat(read().demographics().lastName().get()).isEqualTo("Plain");
        patient.addName().setUse(NameUse.OFFICIAL).setFamily("Ward").addGiven("Mary");
        assertThat(read().demographics().lastName().get()).isEqualTo("Ward");
    }

    @Test
    void withoutABirthDate() {
        patient.setBirthDateElement(null);
        assertThat(refusal()).isEqualTo("birthDate missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1961", "1961-04"})
    void withPartOfABirthDate(String date) {
        patient.setBirthDateElement(new DateType(date));
        assertThat(read().demographics().birthDate()).isNull();
        assertThat(read().demographics().born().get()).isEqualTo(date);
    }

    @Test
    void theAddressAtHomeIsTakenOver() {
        patient.addAddress().setUse(AddressUse.OLD).addLine("1 Old Rd").setCity("Salem");
        patient.addAddress().setType(AddressType.POSTAL).addLine("PO Box 7").setCity("Boston");
        patient.addAddress()
                .setUse(AddressUse.HOME)
                .addLine("12 Main St")
                .addLine("Apt 4")
                .setCity("Boston")
                .setState("MA")
                .setPostalCode("02118")
                .setCountry("US");
        var home = read().demographics().address().get();
        assertThat(home).isEqualTo(new Address(List.of("12 Main St", "Apt 4"), "Boston", "MA", "02118", "US"));
        assertThat(Address.of(home.text())).isEqualTo(home);
        patient.getAddress().remove(2);
        assertThat(read().demographics().address().get().lines()).containsExactly("PO Box 7");
        patient.setAddress(List.of(new org.hl7.fhir.r4.model.Address().setText("12 Main St, Boston")));
        assertThat(read().demographics().address().get().lines()).containsExactly("12 Main St, Boston");
    }

    @ParameterizedTest
    @CsvSource({
        "phone,ask the son",
        "phone,555-0199 ext 4",
        "email,at home",
        "email,mary@ward",
        "email,mary ward@example.org"
    })
    void aMalformedContact(String field, String value) {
        var system = field.equals("phone") ? ContactPointSystem.PHONE : ContactPointSystem.EMAIL;
        Consumer<Patient> damage = p -> p.getTelecom().stream()
                .filter(point -> point.getSystem() == system)
                .forEach(point -> point.setValue(value));
        damage.accept(patient);
        assertThat(refusal()).isEqualTo(field + " malformed");
    }

    @Test
    void anOldPhoneDoesNotCountAndTheBestRankedDoes() {
        patient.getTelecom().get(0).setUse(ContactPointUse.OLD).setValue("nobody");
        patient.addTelecom()
                .setSystem(ContactPointSystem.PHONE)
                .setValue("555 0102")
                .setRank(2);
        patient.addTelecom()
                .setSystem(ContactPointSystem.PHONE)
                .setValue("555 0101")
                .setRank(1);
        assertThat(read().demographics().phone().get()).isEqualTo("555 0101");
    }

    @Test
    void theDeadAreKnownAsDead() {
        patient.setDeceased(new BooleanType(true));
        assertThat(read().deceased()).isTrue();
        patient.setDeceased(new DateTimeType("2020-01-01"));
        assertThat(read().deceased()).isTrue();
        patient.setDeceased(new BooleanType(false));
        assertThat(read().deceased()).isFalse();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNoValue() {
        patient.getIdentifier().clear();
        patient.getNameFirstRep().setFamily(null);
        patient.setBirthDateElement(null);
        patient.getTelecom().get(0).setValue("ask the son");
        assertThat(refusal()).isEqualTo("birthDate missing, mrn missing, lastName missing, phone malformed");
    }
}
