package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.ehr.EncounterStatus;
import carequeue.api.appointment.AppointmentStatus;
import java.util.EnumSet;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every status of FHIR R4 has one of ours, with the same word, and back. */
class StatusesTest {

    @ParameterizedTest
    @EnumSource(value = Appointment.AppointmentStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "NULL")
    void theWordsAreTheSame(Appointment.AppointmentStatus theirs) {
        AppointmentStatus ours = Statuses.ours(theirs);
        assertThat(ours).hasToString(theirs.toCode());
        assertThat(Statuses.theirs(ours)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @EnumSource(AppointmentStatus.class)
    void everyOneOfOursHasOneOfTheirs(AppointmentStatus ours) {
        assertThat(Statuses.ours(Statuses.theirs(ours))).isEqualTo(ours);
    }

    @Test
    void noStatusIsNone() {
        assertThat(Statuses.ours(Appointment.AppointmentStatus.NULL)).isNull();
    }

    @Test
    void everyVisitStatusHasAnotherOfTheirs() {
        EnumSet<Encounter.EncounterStatus> theirs = EnumSet.noneOf(Encounter.EncounterStatus.class);
        for (EncounterStatus ours : EncounterStatus.values()) {
            theirs.add(Statuses.theirs(ours));
        }
        assertThat(theirs).hasSize(EncounterStatus.values().length);
    }

    @Test
    void anEhrThatIsAheadHasReachedIt() {
        var arrived = Appointment.AppointmentStatus.ARRIVED;
        assertThat(Statuses.reached(Appointment.AppointmentStatus.FULFILLED, arrived))
                .isTrue();
        assertThat(Statuses.reached(Appointment.AppointmentStatus.BOOKED, arrived))
                .isFalse();
        assertThat(Statuses.reached(Appointment.AppointmentStatus.CANCELLED, arrived))
                .isFalse();
        assertThat(Statuses.reached(Encounter.EncounterStatus.TRIAGED, Encounter.EncounterStatus.ARRIVED))
                .isTrue();
        assertThat(Statuses.reached(Encounter.EncounterStatus.FINISHED, Encounter.EncounterStatus.CANCELLED))
                .isFalse();
    }
}
