package carequeue.adapter.claims.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.ClaimSettings.Kind;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.PayerWord.Paid;
import carequeue.adapter.claims.clearinghouse.Bills837;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Frequency;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.junit.jupiter.api.Test;

/** The Claim that we write, held against R4 itself; ClaimResponses as HL7's examples (hl7.org/fhir/R4/claimresponse-examples.html) have them. */
class FhirClaimsTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ClaimSettings SETTINGS = Bills837.settings("http://x", Kind.FHIR);

    @Test
    void whatWeWriteIsValidR4() {
        var chain = new ValidationSupportChain(
                new ca.uhn.fhir.context.support.DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        FhirValidator validator = FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
        for (Bill bill : List.of(
                Bills837.bill(),
                Bills837.bill(Frequency.REPLACEMENT, Bills837.own(), null),
                Bills837.bill(Frequency.VOID, Bills837.parents(), null))) {
            var result = validator.validateWithResult(
                    FHIR.newJsonParser().encodeResourceToString(ClaimWriting.of(SETTINGS, bill)));
            assertThat(result.getMessages())
                    .filteredOn(m -> m.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                    .isEmpty();
        }
    }

    @Test
    void theFrequencyIsInTheClaimAndNamesThePayersOwnNumber() {
        Claim replaced = ClaimWriting.of(SETTINGS, Bills837.bill(Frequency.REPLACEMENT, Bills837.own(), null));
        assertThat(replaced.getSubType().getCodingFirstRep().getCode()).isEqualTo("7");
        assertThat(replaced.getRelatedFirstRep().getReference().getValue()).isEqualTo("PCN-7");
        Claim ended = ClaimWriting.of(SETTINGS, Bills837.bill(Frequency.VOID, Bills837.own(), null));
        assertThat(ended.getStatus()).isEqualTo(Claim.ClaimStatus.CANCELLED);
        assertThat(ended.getSubType().getCodingFirstRep().getCode()).isEqualTo("8");
        assertThat(ClaimWriting.of(SETTINGS, Bills837.bill()).getRelated()).isEmpty();
        assertThat(replaced.getTotal().getValue()).isEqualByComparingTo("150.50");
    }

    private static List<PayerWord> words(String rest) {
        String json = "{\"resourceType\":\"ClaimResponse\",\"id\":\"R3500\",\"meta\":{\"versionId\":\"2\"},"
                + "\"identifier\":[{\"system\":\"http://www.BenefitsInc.com/fhir/remittance\",\"value\":\"R3500\"}],"
                + "\"status\":\"active\",\"use\":\"claim\",\"created\":\"2014-08-16\"," + rest + "}";
        return ResponseReading.words(FHIR.newJsonParser().parseResource(ClaimResponse.class, json), Bills837.bill());
    }

    @Test
    void aDecisionIsReadFromTheTotalsWithTheMoneyThatCame() {
        List<PayerWord> words = words("""
                "outcome":"complete","total":[
                 {"category":{"coding":[{"code":"submitted"}]},"amount":{"value":150.50,"currency":"USD"}},
                 {"category":{"coding":[{"code":"eligible"}]},"amount":{"value":120.00,"currency":"USD"}},
                 {"category":{"coding":[{"code":"copay"}]},"amount":{"value":20,"currency":"USD"}},
                 {"category":{"coding":[{"code":"benefit"}]},"amount":{"value":100.00,"currency":"USD"}}],
                "payment":{"amount":{"value":100.00,"currency":"USD"},"identifier":{"value":"10-45-123456"}}""");
        Adjudication said = ((Decided) words.get(0)).said();
        assertThat(said.decision()).isEqualTo(Decision.PROCESSED);
        assertThat(said.balances()).isTrue();
        assertThat(said.patientOwes().amount()).isEqualTo(2_000);
        assertThat(said.answerId()).isEqualTo("ClaimResponse/R3500/2");
        assertThat(said.payerClaimNumber()).isEqualTo("R3500");
        assertThat(((Paid) words.get(1)).reference()).isEqualTo("10-45-123456");
        assertThat(((Paid) words.get(1)).amount().amount()).isEqualTo(10_000);
    }

    @Test
    void withoutTotalsTheServicesAreAddedUpAndWhatDoesNotAddUpIsNotMadeTo() {
        List<PayerWord> words = words("""
                "outcome":"complete","item":[{"itemSequence":1,"adjudication":[
                 {"category":{"coding":[{"code":"eligible"}]},"amount":{"value":135.57,"currency":"USD"}},
                 {"category":{"coding":[{"code":"copay"}]},"amount":{"value":10,"currency":"USD"}},
                 {"category":{"coding":[{"code":"benefit"}]},"reason":{"coding":[{"code":"ar002"}]},
                  "amount":{"value":90.47,"currency":"USD"}}]}]""");
        Adjudication said = ((Decided) words.get(0)).said();
        assertThat(said.paid().amount()).isEqualTo(9_047);
        assertThat(said.codes()).containsExactly("ar002");
        assertThat(said.balances()).isFalse();
    }

    @Test
    void nothingPaidAndNothingOwedIsADenial() {
        Adjudication said = ((Decided) words("""
                "outcome":"complete","total":[
                 {"category":{"coding":[{"code":"benefit"}]},"amount":{"value":0,"currency":"USD"}}]""").get(0)).said();
        assertThat(said.decision()).isEqualTo(Decision.DENIED);
        assertThat(said.balances()).isTrue();
        assertThat(said.adjustments()).extracting(a -> a.bearer()).containsExactly(Bearer.OTHER);
    }

    @Test
    void whatIsNotDecidedIsSaidAsItIs() {
        assertThat(((Acknowledged) words("\"outcome\":\"queued\"").get(0))
                        .said()
                        .word())
                .isEqualTo(Word.PENDING);
        Acknowledged refused =
                (Acknowledged) words("\"outcome\":\"error\",\"error\":[{\"code\":{\"coding\":[{\"code\":\"a002\"}]}}]")
                        .get(0);
        assertThat(refused.said().word()).isEqualTo(Word.REJECTED);
        assertThat(refused.said().codes()).containsExactly("a002");
        assertThat(((Acknowledged) words("\"outcome\":\"complete\"").get(0))
                        .said()
                        .word())
                .isEqualTo(Word.ACCEPTED);
    }
}
