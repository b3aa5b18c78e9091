package carequeue.adapter.claims.fhir;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.Bill.Insurance;
import carequeue.adapter.claims.Bill.Line;
import carequeue.adapter.claims.Bill.Person;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.Clinic;
import carequeue.adapter.claims.Unsendable;
import carequeue.api.claim.Frequency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;

/** Writes a bill as a FHIR R4 Claim that holds patient, coverage and clinic in itself. */
final class ClaimWriting {

    /** Of our control numbers. */
    static final String SYSTEM = "urn:carequeue:claim-control-number";

    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    private final Bill bill;
    private final Clinic clinic;
    private final Claim claim = new Claim();

    private ClaimWriting(Bill bill, Clinic clinic) {
        this.bill = bill;
        this.clinic = clinic;
    }

    /**
     * Writes it.
     *
     * @throws Unsendable when the payer cannot do without something that is missing
     */
    static Claim of(ClaimSettings settings, Bill bill) {
        Clinic clinic = settings.clinics().get(bill.siteId());
        List<String> missing = new ArrayList<>();
        need(missing, clinic == null ? null : clinic.name(), "clinic.name");
        need(missing, bill.patient().lastName(), "patient.lastName");
        need(missing, bill.patient().birthDate(), "patient.birthDate");
        need(missing, bill.insurance().memberId(), "coverage.memberId");
        need(missing, bill.insurance().payerId(), "coverage.payerId");
        if (!missing.isEmpty()) {
            throw new Unsendable(missing);
        }
        return new ClaimWriting(bill, clinic).written();
    }

    private static void need(List<String> missing, Object value, String name) {
        if (value == null || value.toString().isBlank()) {
            missing.add(name);
        }
    }

    private Claim written() {
        head();
        people();
        for (int n = 0; n < bill.diagnoses().size(); n++) {
            claim.addDiagnosis()
                    .setSequence(n + 1)
                    .setDiagnosis(concept(
                            "http://hl7.org/fhir/sid/icd-10-cm",
                            bill.diagnoses().get(n)));
        }
        for (int n = 0; n < bill.lines().size(); n++) {
            line(n + 1, bill.lines().get(n));
        }
        claim.setTotal(money(bill.total()));
        return claim;
    }

    private void head() {
        boolean ended = bill.frequency() == Frequency.VOID;
        claim.addIdentifier().setSystem(SYSTEM).setValue(bill.controlNumber());
        claim.setStatus(ended ? Claim.ClaimStatus.CANCELLED : Claim.ClaimStatus.ACTIVE);
        claim.setType(concept(TERMS + "claim-type", "professional"));
        claim.setSubType(concept(
                "https://www.nubc.org/CodeSystem/TypeOfBill",
                String.valueOf(bill.frequency().code())));
        claim.setUse(Claim.Use.CLAIM);
        claim.setCreatedElement(new DateTimeType(bill.serviceDate().toString()));
        claim.setPriority(concept(TERMS + "processpriority", "normal"));
        claim.getBillablePeriod()
                .setStartElement(new DateTimeType(bill.serviceDate().toString()));
        claim.getBillablePeriod()
                .setEndElement(new DateTimeType(bill.serviceDate().toString()));
        if (bill.frequency().namesEarlier()) {
            claim.addRelated()
                    .setClaim(new Reference().setIdentifier(new Identifier().setValue(bill.payerClaimNumber())))
                    .setRelationship(concept(TERMS + "ex-relatedclaimrelationship", "prior"))
                    .setReference(new Identifier().setValue(bill.payerClaimNumber()));
        }
    }

    private void people() {
        Insurance insurance = bill.insurance();
        Patient patient = patient("patient", bill.patient());
        claim.addContained(patient);
        claim.setPatient(new Reference("#patient"));
        Organization ours = new Organization();
        ours.setId("clinic");
        ours.setName(clinic.name()).addIdentifier().setSystem(NPI).setValue(bill.billingNpi());
        claim.addContained(ours);
        claim.setProvider(new Reference("#clinic"));
        Reference payer = new Reference()
                .setIdentifier(new Identifier().setValue(insurance.payerId()))
                .setDisplay(insurance.payerName());
        claim.setInsurer(payer);
        claim.addContained(coverage(insurance, payer));
        claim.addInsurance().setSequence(1).setFocal(true).setCoverage(new Reference("#coverage"));
        if (bill.renderingNpi() != null) {
            claim.addCareTeam()
                    .setSequence(1)
                    .setProvider(new Reference()
                            .setIdentifier(new Identifier().setSystem(NPI).setValue(bill.renderingNpi())));
        }
    }

    private Coverage coverage(Insurance insurance, Reference payer) {
        Coverage coverage = new Coverage();
        coverage.setId("coverage");
        coverage.setStatus(Coverage.CoverageStatus.ACTIVE);
        coverage.setSubscriberId(insurance.memberId());
        coverage.setBeneficiary(new Reference("#patient"));
        coverage.setRelationship(concept(
                TERMS + "subscriber-relationship", insurance.relationship().toString()));
        coverage.addPayor(payer);
        if (insurance.groupNumber() != null) {
            coverage.addClass_()
                    .setType(concept(TERMS + "coverage-class", "group"))
                    .setValue(insurance.groupNumber());
        }
        if (insurance.dependant()) {
            claim.addContained(patient("subscriber", insurance.subscriber()));
            coverage.setSubscriber(new Reference("#subscriber"));
        }
        return coverage;
    }

    private static Patient patient(String id, Person who) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.addName().setFamily(who.lastName()).addGiven(who.firstName());
        if (who.birthDate() != null) {
            patient.setBirthDateElement(new DateType(who.birthDate().toString()));
        }
        if (who.address() != null) {
            var home = patient.addAddress();
            who.address().lines().forEach(home::addLine);
            home.setCity(who.address().city())
                    .setState(who.address().state())
                    .setPostalCode(who.address().zip())
                    .setCountry(who.address().country());
        }
        if (who.gender() != null) {
            patient.setGender(AdministrativeGender.fromCode(who.gender()));
        }
        return patient;
    }

    private void line(int number, Line line) {
        Claim.ItemComponent item = claim.addItem().setSequence(number);
        item.setProductOrService(concept(procedures(line.procedure()), line.procedure()));
        line.modifiers().forEach(code -> item.addModifier(concept(procedures(code), code)));
        line.pointers().forEach(pointer -> item.getDiagnosisSequence().add(new PositiveIntType(pointer)));
        item.setServiced(new DateType(line.day().toString()));
        item.setLocation(concept(
                "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
                bill.placeOfService()));
        item.getQuantity().setValue(line.units());
        item.setNet(money(line.charge()));
        if (bill.renderingNpi() != null) {
            item.addCareTeamSequence(1);
        }
    }

    /** CPT begins with a digit, HCPCS level II with a letter. */
    private static String procedures(String code) {
        return Character.isDigit(code.charAt(0))
                ? "http://www.ama-assn.org/go/cpt"
                : "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    }

    private Money money(long cents) {
        return new Money().setValue(BigDecimal.valueOf(cents, 2)).setCurrency(bill.currency());
    }

    private static CodeableConcept concept(String system, String code) {
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().setSystem(system).setCode(code);
        return concept;
    }
}
