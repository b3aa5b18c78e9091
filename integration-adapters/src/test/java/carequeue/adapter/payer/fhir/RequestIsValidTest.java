package carequeue.adapter.payer.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.payer.PayerLine.Kind;
import carequeue.adapter.payer.Question;
import carequeue.api.patient.Coverage.Relationship;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;

/** What we ask a payer is valid FHIR R4, by HAPI's validator. */
class RequestIsValidTest {

    private static final FhirContext R4 = FhirContext.forR4();

    @Test
    void theQuestionOfASubscriberAndOfADependantIsValid() {
        var line = PayerBench.line("http://localhost", Kind.FHIR, Form.X12);
        var writing = new RequestWriting(line, List.of("30", "98"), Clock.systemUTC());
        var father = new Question.Person("José", "Núñez", LocalDate.of(1950, 1, 2), null);
        assertThat(errors(writing, PayerBench.question("W123"))).isEmpty();
        assertThat(errors(writing, PayerBench.question("W123", Relationship.CHILD, father)))
                .isEmpty();
    }

    private static List<String> errors(RequestWriting writing, Question question) {
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4));
        FhirValidator validator = R4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
        String text = R4.newJsonParser().encodeResourceToString(writing.of(question));
        return validator.validateWithResult(text).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }
}
