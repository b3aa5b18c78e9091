package carequeue.adapter.payer.fhir;

import static carequeue.adapter.payer.Question.needed;

import carequeue.adapter.payer.PayerLine;
import carequeue.adapter.payer.Question;
import carequeue.adapter.payer.Question.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest.EligibilityRequestPurpose;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest.EligibilityRequestStatus;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Writes a question as a CoverageEligibilityRequest that holds all it speaks of: what is not in it the payer need not know. */
final class RequestWriting {

    static final String REFERENCES = "urn:carequeue:eligibility-question";
    private static final String PAYERS = "urn:carequeue:payer";
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    private static final String KINDS = "http://terminology.hl7.org/CodeSystem/v2-0203";
    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/ex-benefitcategory";
    private static final String SERVICE_TYPES = "https://x12.org/codes/service-type-codes";
    /** HL7 took only some of X12's service types over. */
    private static final Set<String> IN_HL7 = Set.of(
            "1", "2", "3", "4", "5", "14", "23", "24", "25", "26", "27", "28", "30", "35", "36", "37", "49", "55", "56",
            "61", "62", "63", "69", "76", "F1", "F3", "F4", "F6");

    private static final String RELATIONSHIPS = "http://terminology.hl7.org/CodeSystem/subscriber-relationship";

    private final PayerLine line;
    private final List<String> serviceTypes;
    private final Clock clock;

    RequestWriting(PayerLine line, List<String> serviceTypes, Clock clock) {
        this.line = line;
        this.serviceTypes = serviceTypes;
        this.clock = clock;
    }

    CoverageEligibilityRequest of(Question question) {
        var request = new CoverageEligibilityRequest();
        request.addIdentifier().setSystem(REFERENCES).setValue(question.reference());
        request.setStatus(EligibilityRequestStatus.ACTIVE);
        request.addPurpose(EligibilityRequestPurpose.VALIDATION);
        request.addPurpose(EligibilityRequestPurpose.BENEFITS);
        request.setCreated(java.util.Date.from(clock.instant()));
        request.setServiced(day(question.serviceDate()));
        request.addContained(person("patient", question.patient()));
        request.setPatient(new Reference("#patient"));
        request.addContained(insurer(question));
        request.setInsurer(new Reference("#insurer"));
        request.addContained(provider());
        request.setProvider(new Reference("#provider"));
        coverage(request, question);
        serviceTypes.forEach(code -> request.addItem()
                .setCategory(new CodeableConcept()
                        .addCoding(new Coding(IN_HL7.contains(code) ? CATEGORIES : SERVICE_TYPES, code, null))));
        return request;
    }

    private static void coverage(CoverageEligibilityRequest request, Question question) {
        var coverage = new Coverage();
        coverage.setId("coverage");
        coverage.setStatus(Coverage.CoverageStatus.ACTIVE);
        String memberId = needed(question.memberId(), "memberId");
        coverage.addIdentifier(new Identifier()
                .setType(new CodeableConcept().addCoding(new Coding(KINDS, "MB", null)))
                .setValue(memberId));
        coverage.setSubscriberId(memberId);
        coverage.setBeneficiary(new Reference("#patient"));
        coverage.setRelationship(new CodeableConcept()
                .addCoding(new Coding(RELATIONSHIPS, question.relationship().toString(), null)));
        coverage.addPayor(new Reference("#insurer"));
        if (question.groupNumber() != null) {
            coverage.addClass_()
                    .setType(new CodeableConcept()
                            .addCoding(
                                    new Coding("http://terminology.hl7.org/CodeSystem/coverage-class", "group", null)))
                    .setValue(question.groupNumber());
        }
        if (question.dependant()) {
            request.addContained(person("subscriber", question.subscriber()));
            coverage.setSubscriber(new Reference("#subscriber"));
        }
        request.addContained(coverage);
        request.addInsurance().setFocal(true).setCoverage(new Reference("#coverage"));
    }

    private static Patient person(String id, Person person) {
        var patient = new Patient();
        patient.setId(id);
        var name = patient.addName().setFamily(needed(person.lastName(), "lastName"));
        if (person.firstName() != null) {
            name.addGiven(person.firstName());
        }
        if (person.birthDate() != null) {
            patient.setBirthDateElement(day(person.birthDate()));
        }
        if (person.gender() != null) {
            patient.setGender(AdministrativeGender.fromCode(person.gender()));
        }
        return patient;
    }

    private static Organization insurer(Question question) {
        var insurer = new Organization();
        insurer.setId("insurer");
        insurer.addIdentifier().setSystem(PAYERS).setValue(needed(question.payerId(), "payerId"));
        return insurer.setName(question.payerName());
    }

    private Organization provider() {
        var provider = new Organization();
        provider.setId("provider");
        provider.addIdentifier().setSystem(NPI).setValue(needed(line.providerNpi(), "providerNpi"));
        return provider.setName(line.providerName());
    }

    private static DateType day(LocalDate day) {
        return new DateType(day.toString());
    }
}
