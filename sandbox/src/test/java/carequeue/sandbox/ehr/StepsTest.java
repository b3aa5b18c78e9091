package carequeue.sandbox.ehr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which status may follow which in the sandbox EHR. */
class StepsTest {

    static Stream<Steps> tables() {
        return Stream.of(Steps.APPOINTMENT, Steps.ENCOUNTER);
    }

    @Test
    void everyStatusOfTheStandardHasItsRow() {
        assertThat(Steps.APPOINTMENT.allowed().keySet())
                .containsExactlyInAnyOrderElementsOf(codes(AppointmentStatus.values(), AppointmentStatus::toCode));
        assertThat(Steps.ENCOUNTER.allowed().keySet())
                .containsExactlyInAnyOrderElementsOf(codes(EncounterStatus.values(), EncounterStatus::toCode));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void stayingAndCorrectingAreAlwaysAllowedAndNothingElseThatIsNotListed(Steps steps) {
        steps.allowed().forEach((from, next) -> {
            assertThat(steps.allowed().keySet()).containsAll(next);
            for (String to : steps.allowed().keySet()) {
                if (to.equals(from) || to.equals("entered-in-error") || next.contains(to)) {
                    assertThatCode(() -> steps.check(from, to)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> steps.check(from, to))
                            .isInstanceOf(UnprocessableEntityException.class)
                            .hasMessageContaining(to + " cannot follow " + from);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"fulfilled,booked", "cancelled,arrived", "booked,fulfilled", "entered-in-error,booked"})
    void anAppointmentCannotGo(String from, String to) {
        assertThatThrownBy(() -> Steps.APPOINTMENT.check(from, to)).isInstanceOf(UnprocessableEntityException.class);
    }

    @ParameterizedTest
    @CsvSource({"booked,arrived", "arrived,checked-in", "checked-in,fulfilled", "arrived,booked", "noshow,arrived"})
    void anAppointmentCanGo(String from, String to) {
        assertThatCode(() -> Steps.APPOINTMENT.check(from, to)).doesNotThrowAnyException();
    }

    private static <S> List<String> codes(S[] all, Function<S, String> code) {
        return Arrays.stream(all).map(code).filter(Objects::nonNull).toList();
    }
}
