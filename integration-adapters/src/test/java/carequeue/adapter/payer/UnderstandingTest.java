package carequeue.adapter.payer;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.payer.Heard.Rejection;
import carequeue.api.Money;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines come to one answer: the lines that fit best count, and what contradicts itself is not known. */
class UnderstandingTest {

    private static final Understanding UNDERSTANDING = new Understanding(List.of("98", "30", "1"));

    /** {@code code level services period amount network}, lines parted by {@code ;}. */
    private static EligibilityAnswer answer(String lines) {
        List<BenefitLine> read = Stream.of(lines.split(";"))
                .map(String::strip)
                .map(line -> line.split(",", -1))
                .map(e -> new BenefitLine(
                        e[0],
                        e[1],
                        Arrays.stream(e[2].split("\\^"))
                                .filter(s -> !s.isEmpty())
                                .toList(),
                        e[3],
                        e[4].isEmpty() ? null : new BigDecimal(e[4]),
                        null,
                        e[5]))
                .toList();
        return UNDERSTANDING.of(new Heard(read, List.of(), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in the network before out of it    | B,IND,98,27,20,Y; B,IND,98,27,60,N             | 2000",
                "whatever their order               | B,IND,98,27,60,N; B,IND,98,27,20,Y             | 2000",
                "out of it where nothing else is    | B,IND,98,27,60,N                               | 6000",
                "the visit before the plan          | B,IND,30,27,40,Y; B,IND,98^UC,27,20,Y          | 2000",
                "the plan where no visit is named   | B,,30,27,40,Y; B,,35,27,10,Y                   | 4000",
                "the person before the family       | B,FAM,98,27,50,Y; B,IND,98,27,20.50,Y          | 2050",
                "no period is a visit               | B,,98,,15,                                     | 1500",
                "the same said twice is one         | B,,98,27,15,Y; B,,98,27,15.00,W                | 1500",
                "nothing is owed                    | B,,98,27,0,Y                                   | 0",
                "two that contradict are none       | B,,98,27,15,Y; B,,98,27,30,Y                   |",
                "a yearly amount is not the visit's | B,,98,23,500,Y                                 |",
                "another service's is not ours      | B,,33,27,15,Y                                  |",
                "a part of a cent cannot be asked   | B,,98,27,15.005,Y                              |",
                "a deductible is no co-pay          | C,,98,27,15,Y                                  |",
            })
    void theCoPayIsOfTheLineThatFitsBest(String why, String lines, Long cents) {
        Money coPay = answer("1,,30,,,; " + lines).benefits().coPay();
        assertThat(coPay).as(why).isEqualTo(cents == null ? null : new Money(cents, "USD"));
    }

    @Test
    void theDeductibleAndWhatRemainsOfIt() {
        var said = answer("1,,30,,,; C,IND,30,23,1500,Y; C,IND,30,29,600,Y; C,IND,30,24,900,Y; C,FAM,30,23,3000,Y")
                .benefits();
        assertThat(said.deductible()).isEqualTo(new Money(150_000, "USD"));
        assertThat(said.deductibleRemaining()).isEqualTo(new Money(60_000, "USD"));
        assertThat(said.network()).isEqualTo(Network.IN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,,30,,,                       | active",
                "6,,30,,,                       | inactive",
                "1,,30,,,; 6,,35,,,             | active",
                "6,,30,,,; 1,,35,,,             | inactive",
                "1,,35,,,                       | active",
                "1,,30,,,; 6,,98,,,             | unknown",
                "1,,,,,; 5,,30,,,               | unknown",
                "B,,98,27,20,Y                  | unknown",
                "1,,30,,,; I,,98,,,             | active",
            })
    void whetherItIsActiveIsToldByTheLinesAboutWhatWasAsked(String lines, String outcome) {
        assertThat(answer(lines).outcome().toString()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,,30,,,Y; B,,98,27,60,N                    | IN",
                "1,,30,,,; B,,98,27,20,Y; B,,98,27,60,N      | UNKNOWN",
                "1,,30,,,; B,,98,27,60,N                     | OUT",
                "1,,30,,,W; B,,98,27,60,W                    | UNKNOWN",
            })
    void whetherTheClinicIsInTheNetwork(String lines, Network network) {
        assertThat(answer(lines).benefits().network()).isEqualTo(network);
    }

    @Test
    void aRejectionBringsItsOwnWishAndNotAnothers() {
        var said = UNDERSTANDING.of(
                new Heard(List.of(), List.of(new Rejection("42", "R"), new Rejection("75", "C")), null, null));
        assertThat(said.outcome()).isEqualTo(EligibilityState.PATIENT_MUST_CORRECT);
        assertThat(said.followUp()).isEqualTo(FollowUp.CORRECT_AND_RESUBMIT);
        assertThat(said.codes()).containsExactly("AAA03:42", "AAA03:75", "AAA04:R", "AAA04:C");
    }

    @Test
    void whoAnswersAndRejectsAPartHasAnswered() {
        var said = UNDERSTANDING.of(
                new Heard(List.of(BenefitLine.of("1")), List.of(new Rejection("54", "C")), null, null));
        assertThat(said.outcome()).isEqualTo(EligibilityState.ACTIVE);
        assertThat(said.followUp()).isEqualTo(FollowUp.NONE);
        assertThat(said.codes()).contains("AAA03:54", "EB01:1");
    }

    @Test
    void everyReasonAloneComesToItsOutcome() {
        RejectReason.all()
                .forEach((code, outcome) -> assertThat(UNDERSTANDING
                                .of(new Heard(List.of(), List.of(new Rejection(code, "")), null, null))
                                .outcome())
                        .as(code)
                        .isEqualTo(outcome));
    }
}
