package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.ehr.EncounterStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every status of an Encounter has its place, or a written reason why not. */
class EncounterWordTest {

    @ParameterizedTest
    @EnumSource(Encounter.EncounterStatus.class)
    void everyStatusIsThere(Encounter.EncounterStatus theirs) {
        assertThat(EncounterWord.of(theirs))
                .hasValueSatisfying(word -> assertThat(word.why()).isNotBlank());
    }

    @Test
    void noneIsThereTwice() {
        assertThat(EncounterWord.values()).hasSize(Encounter.EncounterStatus.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "arrived, ARRIVED",
        "triaged, ARRIVED",
        "in-progress, IN_PROGRESS",
        "onleave, IN_PROGRESS",
        "finished, FINISHED",
        "cancelled, CANCELLED",
    })
    void eachSaysWhereTheVisitStands(String code, EncounterStatus ours) throws Exception {
        EncounterWord word =
                EncounterWord.of(Encounter.EncounterStatus.fromCode(code)).orElseThrow();
        assertThat(word.word()).isEqualTo(code);
        assertThat(word.ours()).contains(ours);
        // What we tell is one of the words that mean the same.
        assertThat(EncounterWord.of(Statuses.theirs(ours)).orElseThrow().ours()).contains(ours);
    }

    @Test
    void aPlanOrAMistakeSaysNothingOfAVisit() {
        assertThat(EncounterWord.PLANNED.ours()).isEmpty();
        assertThat(EncounterWord.ENTERED_IN_ERROR.ours()).isEmpty();
        assertThat(EncounterWord.UNKNOWN.ours()).isEmpty();
    }
}
