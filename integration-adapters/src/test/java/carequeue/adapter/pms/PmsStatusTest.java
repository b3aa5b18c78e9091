package carequeue.adapter.pms;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.appointment.AppointmentStatus;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word of the practice management system has its place with us, and every status of ours one with it, or a reason why not. */
class PmsStatusTest {

    @Test
    void everyWordIsThere() {
        assertThat(Arrays.stream(PmsStatus.values()).map(PmsStatus::word).collect(Collectors.toSet()))
                .isEqualTo(Set.of("scheduled", "confirmed", "checked-in", "in-progress", "completed", "cancelled"));
        assertThat(PmsStatus.values()).allSatisfy(s -> assertThat(s.why()).isNotBlank());
        assertThat(PmsStatus.of("teleported")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, BOOKED",
        "confirmed, BOOKED",
        "checked-in, CHECKED_IN",
        "in-progress, CHECKED_IN",
        "completed, FULFILLED",
        "cancelled, CANCELLED",
    })
    void eachSaysWhereOursStands(String word, AppointmentStatus ours) {
        assertThat(PmsStatus.of(word).orElseThrow().ours()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED, false, ",
        "PENDING, false, SCHEDULED",
        "WAITLIST, false, ",
        "BOOKED, false, CONFIRMED",
        "ARRIVED, false, CHECKED_IN",
        "CHECKED_IN, false, CHECKED_IN",
        "CHECKED_IN, true, IN_PROGRESS",
        "FULFILLED, true, COMPLETED",
        "CANCELLED, false, CANCELLED",
        "NOSHOW, false, CANCELLED",
        "ENTERED_IN_ERROR, false, CANCELLED",
    })
    void oursIsToldInItsWords(AppointmentStatus ours, boolean begun, PmsStatus told) {
        assertThat(PmsWord.of(ours, begun).told().orElse(null)).isEqualTo(told);
    }

    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void everyStatusOfOursHasAReason(AppointmentStatus ours) {
        assertThat(PmsWord.of(ours, false).why()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(PmsStatus.class)
    void whatItIsToldComesBackAsOurs(PmsStatus theirs) {
        boolean begun = theirs == PmsStatus.IN_PROGRESS;
        PmsStatus again = PmsWord.of(theirs.ours(), begun).told().orElseThrow();
        assertThat(again.ours()).isEqualTo(theirs.ours());
    }
}
