package carequeue.adapter.payer.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.payer.Heard;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.payer.PayerLine.Kind;
import carequeue.adapter.payer.Question.Person;
import carequeue.adapter.payer.Unaskable;
import carequeue.adapter.payer.Understanding;
import carequeue.api.Money;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.patient.Coverage.Relationship;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The JSON that clearing-houses make of 270 and 271. The answers have the shape of Stedi's published examples of its real-time eligibility check
 * (stedi.com/docs/healthcare), which is Change Healthcare's v3.
 */
class JsonFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static EligibilityAnswer answer(String text) {
        return new Understanding(List.of("98", "30", "1")).of(heard(text));
    }

    private static Heard heard(String text) {
        try {
            var said = JSON.readTree(text);
            assertThat(JsonAnswer.isAnswer(said)).isTrue();
            return JsonAnswer.of(said);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void benefitsAreReadByTheirCodes() {
        EligibilityAnswer said = answer("""
            {"meta": {"applicationMode": "production"}, "controlNumber": "112233445", "reassociationKey": "112233445",
             "tradingPartnerServiceId": "AHS", "planInformation": {"planNumber": "123456"},
             "planDateInformation": {"planBegin": "20241001", "planEnd": "20251231", "eligibility": "20240101"},
             "planStatus": [{"statusCode": "1", "status": "Active Coverage", "serviceTypeCodes": ["30"]}],
             "benefitsInformation": [
              {"code": "1", "name": "Active Coverage", "coverageLevelCode": "IND", "serviceTypeCodes": ["30"],
               "serviceTypes": ["Health Benefit Plan Coverage"], "planCoverage": "Open Choice"},
              {"code": "B", "name": "Co-Payment", "serviceTypeCodes": ["98"], "timeQualifierCode": "27",
               "timeQualifier": "Visit", "benefitAmount": "20", "inPlanNetworkIndicatorCode": "Y",
               "additionalInformation": [{"description": "PRIMARY OFFICE"}]},
              {"code": "C", "name": "Deductible", "coverageLevelCode": "IND", "serviceTypeCodes": ["30"],
               "timeQualifierCode": "29", "benefitAmount": 321.05, "inPlanNetworkIndicatorCode": "Y"},
              {"code": "A", "name": "Co-Insurance", "benefitPercent": "0.1", "serviceTypeCodes": ["30"]},
              {"code": "F", "name": "Limitations", "benefitsDateInformation": null}]}\
            """);
        assertThat(said.outcome()).isEqualTo(EligibilityState.ACTIVE);
        assertThat(said.benefits().coPay()).isEqualTo(new Money(2_000, "USD"));
        assertThat(said.benefits().deductibleRemaining()).isEqualTo(new Money(32_105, "USD"));
        assertThat(said.benefits().planFrom()).isEqualTo(LocalDate.of(2024, 10, 1));
        assertThat(said.benefits().planUntil()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void aPlansPeriodAndASingleDay() {
        String both = """
            {"benefitsInformation": [{"code": "6"}], "planDateInformation": {"plan": "%s"}}\
            """;
        assertThat(heard(both.formatted("20260101-20261231")).until()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(heard(both.formatted("20260101")).from()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(heard(both.formatted("20260101")).until()).isNull();
        assertThat(heard(both.formatted("2026-01-01")).from()).isNull();
    }

    @Test
    void reasonsStandAtTheTopOrInTheirLoop() {
        EligibilityAnswer said = answer("""
            {"errors": [{"field": "AAA", "code": "42", "description": "Unable to Respond at Current Time",
              "followupAction": "Please Wait 30 Days and Resubmit", "location": "Loop 2100A"}],
             "subscriber": {"aaaErrors": []}}\
            """);
        assertThat(said.outcome()).isEqualTo(EligibilityState.PAYER_UNAVAILABLE);
        assertThat(said.followUp()).isEqualTo(FollowUp.WAIT_30_DAYS);
        EligibilityAnswer unknown = answer("""
            {"subscriber": {"aaaErrors": [{"code": "75", "description": "Subscriber/Insured Not Found",
              "followupAction": "C"}]}, "benefitsInformation": []}\
            """);
        assertThat(unknown.outcome()).isEqualTo(EligibilityState.PATIENT_MUST_CORRECT);
        assertThat(unknown.followUp()).isEqualTo(FollowUp.CORRECT_AND_RESUBMIT);
    }

    @Test
    void whatSaysNothingIsNoAnswer() throws JsonProcessingException {
        for (String text :
                List.of("{}", "[]", "{\"errors\": [{\"code\": \"internal\"}]}", "{\"benefitsInformation\": 7}")) {
            assertThat(JsonAnswer.isAnswer(JSON.readTree(text))).as(text).isFalse();
        }
    }

    @Test
    void theQuestionNamesWhoIsAskedAbout() {
        var line = PayerBench.line("http://localhost", Kind.CLEARING_HOUSE, Form.JSON);
        var writing = new JsonQuestion(JSON, line, List.of("30"));
        assertThat(writing.of(PayerBench.question("W123"), "000000007").toString())
                .isEqualTo("""
                    {"controlNumber":"000000007","tradingPartnerServiceId":"60054",\
                    "provider":{"organizationName":"Main Street Clinic","npi":"1999999984"},\
                    "subscriber":{"memberId":"W123","groupNumber":"GRP7","firstName":"Zoë","lastName":"Núñez","dateOfBirth":"19800203",\
                    "gender":"F"},"encounter":{"dateOfService":"20261124","serviceTypeCodes":["30"]}}\
                    """);
        var wife = new Person("Ana", "Núñez", null, null);
        var asDependant = writing.of(PayerBench.question("W123", Relationship.SPOUSE, wife), "000000008");
        assertThat(asDependant.at("/subscriber/firstName").asText()).isEqualTo("Ana");
        assertThat(asDependant.at("/dependents/0/individualRelationshipCode").asText())
                .isEqualTo("01");
        assertThatThrownBy(() -> writing.of(PayerBench.question(null), "000000009"))
                .isInstanceOf(Unaskable.class);
    }
}
