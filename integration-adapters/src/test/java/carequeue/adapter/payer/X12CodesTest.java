package carequeue.adapter.payer;

import static carequeue.api.eligibility.EligibilityState.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of the published lists has its place, or says why nothing follows from it. */
class X12CodesTest {

    private static Set<String> codes(String list) {
        return Set.of(list.split(" "));
    }

    @Test
    void everyCodeOfEb01HasAPlace() {
        assertThat(Arrays.stream(BenefitCode.values()).map(BenefitCode::code).collect(Collectors.toSet()))
                .isEqualTo(codes("1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y"));
        assertThat(BenefitCode.values())
                .allSatisfy(code -> assertThat(code.words()).isNotBlank());
    }

    @Test
    void everyCodeOfAaa03HasAnOutcome() {
        assertThat(RejectReason.all().keySet())
                .isEqualTo(
                        codes("04 15 33 35 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 "
                                + "67 68 69 70 71 72 73 74 75 76 77 78 79 80 97 98 T4"));
        assertThat(RejectReason.all().values()).doesNotContain(ACTIVE, INACTIVE, REQUESTED);
    }

    @Test
    void everyCodeOfAaa04IsAFollowUp() {
        assertThat(FollowUpCode.all().keySet()).isEqualTo(codes("C N P R S W X Y"));
        assertThat(FollowUpCode.of("Z")).isEqualTo(FollowUp.NONE);
        assertThat(FollowUpCode.of(null)).isEqualTo(FollowUp.NONE);
    }

    @ParameterizedTest
    @CsvSource({"C,correct-and-resubmit", "W,wait-30-days", "X,wait-10-days", "Y,answer-follows", "P,resubmit-unchanged"
    })
    void theFollowUpsAreNotMixedUp(String code, String word) {
        assertThat(FollowUpCode.of(code).toString()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "1 B C, active",
        "4, active",
        "6, inactive",
        "1 6, unknown",
        "1 5, unknown",
        "7, unknown",
        "V, unknown",
        "B C, unknown",
        "ZZ, unknown",
        "6 R, inactive",
        "1 I, active",
    })
    void theLinesOfAnAnswerSayWhetherTheCoverageIsActive(String lines, String outcome) {
        assertThat(BenefitCode.outcome(List.of(lines.split(" "))).toString()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "42, payer-unavailable",
        "80, payer-unavailable",
        "72, patient-must-correct",
        "75, patient-must-correct",
        "42 75, patient-must-correct",
        "51, enrolment-missing",
        "41 42, enrolment-missing",
        "62, not-supported",
        "49, unknown",
        "QQ, unknown",
    })
    void whyAPayerDidNotAnswerComesToAnOutcome(String reasons, String outcome) {
        assertThat(RejectReason.outcome(List.of(reasons.split(" "))).toString()).isEqualTo(outcome);
    }

    @Test
    void noReasonIsUnknown() {
        EligibilityState none = RejectReason.outcome(List.of());
        assertThat(none).isEqualTo(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"Y,IN", "N,OUT", "U,UNKNOWN", "W,UNKNOWN", "?,UNKNOWN"})
    void theNetworkIsRead(String code, Network network) {
        assertThat(FollowUpCode.network(code)).isEqualTo(network);
        assertThat(FollowUpCode.network(null)).isEqualTo(Network.UNKNOWN);
    }
}
