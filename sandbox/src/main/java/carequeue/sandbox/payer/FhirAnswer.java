package carequeue.sandbox.payer;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.EligibilityResponsePurpose;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.EligibilityResponseStatus;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse.ItemsComponent;
import org.hl7.fhir.r4.model.Enumerations.RemittanceOutcome;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** What the payer says over FHIR of a member. */
final class FhirAnswer {

    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";

    private FhirAnswer() {}

    static CoverageEligibilityResponse of(Asked.Question question, boolean queued, Clock clock) {
        Member member = Member.of(question.member());
        var answer = new CoverageEligibilityResponse();
        answer.setId("CoverageEligibilityResponse/" + question.id());
        answer.setStatus(EligibilityResponseStatus.ACTIVE);
        answer.addPurpose(EligibilityResponsePurpose.VALIDATION);
        answer.addPurpose(EligibilityResponsePurpose.BENEFITS);
        answer.setPatient(new Reference().setDisplay("member " + member.number()));
        answer.setCreated(Date.from(clock.instant()));
        answer.setRequest(new Reference("CoverageEligibilityRequest/" + question.id()));
        answer.setInsurer(new Reference().setDisplay("Sandbox payer"));
        if (queued) {
            return answer.setOutcome(RemittanceOutcome.QUEUED);
        } else if (!member.answered()) {
            answer.setOutcome(RemittanceOutcome.ERROR);
            answer.addError().setCode(concept("https://x12.org/codes/reject-reason-codes", member.reason()));
            return answer;
        }
        answer.setOutcome(RemittanceOutcome.COMPLETE);
        insurance(answer, member, clock);
        return answer;
    }

    private static void insurance(CoverageEligibilityResponse answer, Member member, Clock clock) {
        var insurance = answer.addInsurance();
        insurance.setCoverage(new Reference().setDisplay("the coverage asked about"));
        if (member.standing().equals("5")) {
            return;
        }
        insurance.setInforce(member.active());
        String year = clock.instant().toString().substring(0, 4);
        insurance.setBenefitPeriod(new Period()
                .setStartElement(new org.hl7.fhir.r4.model.DateTimeType(year + "-01-01"))
                .setEndElement(new org.hl7.fhir.r4.model.DateTimeType(year + "-12-31")));
        if (member.active()) {
            ItemsComponent visit = item(insurance.addItem(), "98", member);
            visit.addBenefit().setType(concept(TERMS + "benefit-type", "copay")).setAllowed(money(member.coPay()));
            ItemsComponent plan = item(insurance.addItem(), "30", member);
            plan.setTerm(concept(TERMS + "benefit-term", "annual"));
            plan.addBenefit()
                    .setType(concept(TERMS + "benefit-type", "deductible"))
                    .setAllowed(money(Member.DEDUCTIBLE))
                    .setUsed(money(Member.DEDUCTIBLE - Member.REMAINING));
        }
    }

    private static ItemsComponent item(ItemsComponent item, String category, Member member) {
        return item.setCategory(concept(TERMS + "ex-benefitcategory", category))
                .setNetwork(concept(TERMS + "benefit-network", member.network().equals("Y") ? "in" : "out"))
                .setUnit(concept(TERMS + "benefit-unit", "individual"));
    }

    private static Money money(long cents) {
        return new Money().setValue(BigDecimal.valueOf(cents, 2)).setCurrency("USD");
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding(system, code, null));
    }
}
