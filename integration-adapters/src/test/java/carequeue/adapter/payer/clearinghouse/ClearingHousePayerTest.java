package carequeue.adapter.payer.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.payer.Partner;
import carequeue.adapter.payer.Partner.Answer;
import carequeue.adapter.payer.PayerBench;
import carequeue.adapter.payer.PayerLine.Form;
import carequeue.adapter.payer.PayerLine.Kind;
import carequeue.adapter.payer.Question;
import carequeue.adapter.payer.Unaskable;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.x12.ControlNumbers;
import carequeue.api.Money;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.store.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A clearing-house is asked by X12 as it is, and its answers are those that X12 itself publishes. */
class ClearingHousePayerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:04:00Z"), ZoneOffset.UTC);
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final String EDI = "application/edi-x12";

    private final PayerBench bench = new PayerBench();

    private ClearingHousePayer payer(Partner partner) {
        return payer(partner, Form.X12);
    }

    private ClearingHousePayer payer(Partner partner, Form form) {
        var numbers = new ControlNumbers(
                JdbcClient.create(DATABASE), new TransactionTemplate(new DataSourceTransactionManager(DATABASE)));
        return new ClearingHousePayer(
                "payer",
                PayerBench.line(partner.url() + "/eligibility", Kind.CLEARING_HOUSE, form),
                bench.settings,
                bench.guards,
                numbers,
                CLOCK);
    }

    private EligibilityAnswer answered(int status, String body) {
        try (Partner partner = Partner.saying(status, EDI, body)) {
            return payer(partner).ask(PayerBench.question("W123"));
        }
    }

    @Test
    void theQuestionIsA270AsTheGuideHasIt() {
        try (Partner partner = Partner.saying(200, EDI, Published.ACTIVE)) {
            payer(partner).ask(PayerBench.question("W123"));
            Partner.Call call = partner.calls.get(0);
            assertThat(call.type()).isEqualTo(EDI);
            assertThat(call.authorization()).isEqualTo("Key sandbox-payer-key");
            String number = call.body().substring(90, 99);
            assertThat(number).matches("\\d{9}");
            assertThat(call.body().substring(call.body().indexOf("ST*")))
                    .isEqualTo("ST*270*0001*005010X279A1~BHT*0022*13*3f0c-1*20261123*1504~HL*1**20*1~"
                            + "NM1*PR*2*AETNA*****PI*60054~HL*2*1*21*1~NM1*1P*2*MAIN STREET CLINIC*****XX*1999999984~"
                            + "HL*3*2*22*0~TRN*1*3f0c-1*9199999998~NM1*IL*1*NUNEZ*ZOE****MI*W123~REF*6P*GRP7~"
                            + "DMG*D8*19800203*F~DTP*291*D8*20261124~EQ*30~SE*14*0001~GE*1*" + Long.parseLong(number)
                            + "~IEA*1*" + number + "~");
        }
    }

    @Test
    void aDependantIsAskedAboutBelowTheSubscriber() {
        var father = new Question.Person("José", "Núñez", LocalDate.of(1950, 1, 2), null);
        try (Partner partner = Partner.saying(200, EDI, Published.DEPENDENT)) {
            var said = payer(partner).ask(PayerBench.question("W123", Relationship.CHILD, father));
            assertThat(partner.calls.get(0).body())
                    .contains("HL*3*2*22*1~NM1*IL*1*NUNEZ*JOSE****MI*W123~REF*6P*GRP7~DMG*D8*19500102~HL*4*3*23*0~"
                            + "TRN*1*3f0c-1*9199999998~NM1*03*1*NUNEZ*ZOE~DMG*D8*19800203*F~INS*N*19~DTP*291");
            assertThat(said.outcome()).isEqualTo(EligibilityState.ACTIVE);
            assertThat(said.benefits().coPay()).isEqualTo(new Money(1_000, "USD"));
        }
    }

    @Test
    void thePublishedAnswerOfAnActiveCoverage() {
        EligibilityAnswer said = answered(200, Published.ACTIVE);
        assertThat(said.outcome()).isEqualTo(EligibilityState.ACTIVE);
        assertThat(said.benefits().coPay()).isEqualTo(new Money(1_000, "USD"));
        assertThat(said.benefits().network()).isEqualTo(Network.UNKNOWN);
        assertThat(said.benefits().planFrom()).isEqualTo(LocalDate.of(2006, 1, 1));
        assertThat(said.benefits().planUntil()).isNull();
        assertThat(said.codes()).containsExactly("EB01:1", "EB01:L", "EB01:B");
    }

    @Test
    void thePublishedRefusalOfAProviderWhoMayNotAsk() {
        EligibilityAnswer said = answered(200, Published.REFUSED);
        assertThat(said.outcome()).isEqualTo(EligibilityState.ENROLMENT_MISSING);
        assertThat(said.followUp()).isEqualTo(FollowUp.DO_NOT_RESUBMIT);
        assertThat(said.codes()).containsExactly("AAA03:50", "AAA04:N");
    }

    @Test
    void anAnswerAboutSeveralPeopleIsReadByOurReference() {
        assertThat(answered(200, Published.TWO_PEOPLE).outcome()).isEqualTo(EligibilityState.INACTIVE);
        assertThat(answered(200, Published.TWO_PEOPLE.replace("3f0c-1", "9x")).outcome())
                .isEqualTo(EligibilityState.UNKNOWN);
    }

    @Test
    void brokenX12IsTriedAgainAndNeverUnderstood() {
        assertThatThrownBy(() -> answered(200, Published.ACTIVE.substring(0, 700)))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessageContaining("ends too early")
                .hasMessageNotContaining("SMITH");
        assertThatThrownBy(() -> answered(200, "<html>busy</html>")).isInstanceOf(OutsideFailure.Unavailable.class);
    }

    @Test
    void anInterchangeOrASetThatWasRefusedIsOurFault() {
        assertThatThrownBy(() -> answered(200, Published.TA1))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("payer refused the interchange: TA1 [023]");
        assertThatThrownBy(() -> answered(200, Published.SET_REFUSED))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("payer refused the set: 999 [NM1@8:8, NM1@8.9:7]");
    }

    @ParameterizedTest
    @CsvSource({"503,true", "500,true", "429,true", "408,true", "400,false", "401,true", "403,true", "404,false"})
    void failuresAreToldApart(int status, boolean mayPass) {
        assertThatThrownBy(() -> answered(status, "no"))
                .isInstanceOfSatisfying(
                        OutsideFailure.class,
                        failure -> assertThat(failure.mayPass()).isEqualTo(mayPass));
    }

    @Test
    void whatCannotBeWrittenIsNotAsked() {
        try (Partner partner = Partner.saying(200, EDI, Published.ACTIVE)) {
            assertThatThrownBy(() -> payer(partner).ask(PayerBench.question("W1*23")))
                    .isInstanceOfSatisfying(
                            Unaskable.class, it -> assertThat(it.field()).isEqualTo("memberId"));
            assertThatThrownBy(() -> payer(partner).ask(PayerBench.question(null)))
                    .isInstanceOf(Unaskable.class);
            assertThat(partner.calls).isEmpty();
        }
    }

    @Test
    void theInterchangeMayTravelInJson() {
        try (Partner partner = new Partner(call ->
                new Answer(200, "application/json", "{\"x12\": \"" + Published.ACTIVE + "\", \"outcome\": \"ok\"}"))) {
            var said = payer(partner, Form.X12_IN_JSON).ask(PayerBench.question("W123"));
            assertThat(partner.calls.get(0).body()).startsWith("{\"x12\":\"ISA*00*");
            assertThat(said.outcome()).isEqualTo(EligibilityState.ACTIVE);
        }
    }
}
