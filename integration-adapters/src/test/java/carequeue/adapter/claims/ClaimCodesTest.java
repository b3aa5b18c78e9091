package carequeue.adapter.claims;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of the published lists has its place, or says why nothing follows from it. */
class ClaimCodesTest {

    private static Set<String> codes(String list) {
        return Set.of(list.split(" "));
    }

    @Test
    void everyStatusCategoryHasAPlace() {
        assertThat(StatusCategory.all().keySet())
                .isEqualTo(codes("A0 A1 A2 A3 A4 A5 A6 A7 A8 P0 P1 P2 P3 P4 P5 F0 F1 F2 F3 F3F F3N F4 R0 R1 R3 R4 R5 R6"
                        + " R7 R8 R9 R10 R11 R12 R13 R14 R15 R16 R17 E0 E1 E2 E3 E4 D0"));
        assertThat(StatusCategory.ended().keySet())
                .isEqualTo(codes("X0 F5 RQ"))
                .doesNotContainAnyElementsOf(StatusCategory.all().keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "A0, on-its-way",
        "A1, on-its-way",
        "A2, accepted",
        "A3, rejected",
        "A7, rejected",
        "A4, not-found",
        "D0, not-found",
        "P1, pending",
        "P3, needs-information",
        "R4, needs-information",
        "F2, finalized",
        "E1, unavailable",
        "E0, needs-information",
        "A1 A7, rejected",
        "A2 A1, on-its-way",
        "P1 R3, needs-information",
        "ZZ, needs-information",
        "F5, needs-information",
    })
    void theCategoriesOfAClaimComeToOneWord(String categories, String word) {
        assertThat(StatusCategory.word(List.of(categories.split(" "))).toString())
                .isEqualTo(word);
    }

    @Test
    void noCategoryIsForAPerson() {
        assertThat(StatusCategory.word(List.of())).isEqualTo(Word.NEEDS_INFORMATION);
    }

    @Test
    void everyOutcomeOfAClaimResponseHasAPlace() {
        assertThat(Arrays.stream(ResponseOutcome.values())
                        .map(ResponseOutcome::code)
                        .collect(Collectors.toSet()))
                .isEqualTo(codes("queued complete error partial"));
        assertThat(ResponseOutcome.values())
                .allSatisfy(outcome -> assertThat(outcome.why()).isNotBlank());
        assertThat(ResponseOutcome.of("queued").orElseThrow().word()).contains(Word.PENDING);
        assertThat(ResponseOutcome.of("error").orElseThrow().word()).contains(Word.REJECTED);
        assertThat(ResponseOutcome.of("partial").orElseThrow().word()).contains(Word.PENDING);
        assertThat(ResponseOutcome.of("complete").orElseThrow().word()).isEmpty();
        assertThat(ResponseOutcome.of("done")).isEmpty();
    }

    @Test
    void everyStatusOfARemittanceHasAPlace() {
        Set<String> used = Arrays.stream(RemittanceStatus.values())
                .map(RemittanceStatus::code)
                .collect(Collectors.toSet());
        assertThat(used).isEqualTo(codes("1 2 3 4 19 20 21 22 23 25"));
        assertThat(Collections.disjoint(used, RemittanceStatus.ofOtherTransactions()))
                .isTrue();
        assertThat(RemittanceStatus.values())
                .allSatisfy(status -> assertThat(status.words()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "1, PROCESSED, false",
        "2, PROCESSED, false",
        "3, PROCESSED, false",
        "4, DENIED, false",
        "19, PROCESSED, true",
        "20, PROCESSED, true",
        "21, PROCESSED, true",
        "22, REVERSED, false",
        "23, DENIED, true",
    })
    void eachSaysHowItWasDecided(String code, Decision decision, boolean forwarded) {
        RemittanceStatus status = RemittanceStatus.of(code).orElseThrow();
        assertThat(status.decision()).contains(decision);
        assertThat(status.forwarded()).isEqualTo(forwarded);
    }

    @Test
    void aPriceIsNoDecisionAndAnUnknownCodeNone() {
        assertThat(RemittanceStatus.of("25").orElseThrow().decision()).isEmpty();
        assertThat(RemittanceStatus.of("5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CO, CONTRACT", "CR, CORRECTION", "OA, OTHER", "PI, PAYER_INITIATED", "PR, PATIENT"})
    void everyGroupSaysWhoBearsIt(String code, Bearer bearer) {
        assertThat(AdjustmentGroup.of(code).orElseThrow().bearer()).isEqualTo(bearer);
        assertThat(AdjustmentGroup.values())
                .hasSize(5)
                .allSatisfy(g -> assertThat(g.words()).isNotBlank());
        assertThat(AdjustmentGroup.of("XX")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, DEDUCTIBLE", "2, CO_INSURANCE", "3, CO_PAY", "66, DEDUCTIBLE", "248, CO_INSURANCE", "96, OTHER"})
    void theReasonSaysForWhatAPatientPays(String code, Kind kind) {
        assertThat(AdjustmentGroup.kind(code)).isEqualTo(kind);
    }
}
