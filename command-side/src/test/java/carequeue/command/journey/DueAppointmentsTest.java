package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.appointment.AppointmentQuery.AppointmentPatient;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointmentsOf;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientQuery.PatientView;
import carequeue.api.patient.PatientQuery.Patients;
import carequeue.api.patient.PatientQuery.SearchPatients;
import carequeue.command.journey.CheckInBody.Identifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who only says who they are comes for the appointment that is due, if it is clear who and which. */
class DueAppointmentsTest {

    private static final LocalDate BORN = LocalDate.of(1980, 1, 2);
    private static final Identifier BY_NUMBER = new Identifier("M1", null, null, null, null);
    private static final Identifier BY_NAME = new Identifier(null, null, "GARCIA", BORN, "555-0100");

    private final KnownPatients patients = mock(KnownPatients.class);
    private final MergedRecords records = mock(MergedRecords.class);
    private final QueryGateway queries = mock(QueryGateway.class);
    private final DueAppointments due =
            new DueAppointments(patients, records, queries, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void oneIsKnown() {
        when(patients.byMrn("main", "M1")).thenReturn(Optional.of("p1"));
        when(records.current(any())).thenAnswer(call -> call.getArgument(0));
    }

    private static AppointmentView at(String id, long minutes, AppointmentStatus status) {
        Instant start = NOON.plus(Duration.ofMinutes(minutes));
        return new AppointmentView(
                id,
                "main",
                "lab",
                null,
                new AppointmentPatient("p1", "x", null),
                status,
                start,
                start.plusSeconds(900),
                null,
                null,
                null,
                List.of());
    }

    private void booked(AppointmentView... all) {
        FindAppointmentsOf question = new FindAppointmentsOf("main", LocalDate.of(2026, 11, 23), "p1");
        when(queries.query(question, Appointments.class))
                .thenReturn(CompletableFuture.completedFuture(new Appointments(List.of(all), null)));
    }

    private void known(PatientView... all) {
        when(queries.query(any(SearchPatients.class), eq(Patients.class)))
                .thenReturn(CompletableFuture.completedFuture(new Patients(List.of(all), null)));
    }

    private static PatientView patient(String id, String first, String last, LocalDate born) {
        return new PatientView(
                id, "main", null, first, last, born, "555-0100", null, null, false, "ehr", null, null, null);
    }

    private Optional<String> found(Identifier by) {
        return due.of(by, Play.SITE).map(AppointmentView::appointmentId);
    }

    @ParameterizedTest
    @CsvSource({"30, true", "31, false", "-15, true", "-16, false", "0, true"})
    void itIsDueWhileItsWindowIsOpen(long minutes, boolean isDue) {
        booked(at("a1", minutes, AppointmentStatus.BOOKED));
        assertThat(found(BY_NUMBER).isPresent()).isEqualTo(isDue);
    }

    @Test
    void ofSeveralTheFirstThatIsNotTakenYet() {
        booked(
                at("a0", -10, AppointmentStatus.ARRIVED),
                at("a1", 5, AppointmentStatus.BOOKED),
                at("a2", 20, AppointmentStatus.BOOKED));
        assertThat(found(BY_NUMBER)).contains("a1");
    }

    @Test
    void byNameItHasToBeClearWhoIsMeant() {
        known(patient("p1", "Ann", "Garcia", BORN), patient("p8", "Ann", "Garcia", BORN.plusDays(1)));
        booked(at("a1", 5, AppointmentStatus.BOOKED));
        assertThat(found(BY_NAME)).contains("a1");
        known(patient("p1", "Ann", "Garcia", BORN), patient("p2", "Eve", "Garcia", BORN));
        assertThat(found(BY_NAME)).isEmpty();
        assertThat(found(new Identifier(null, "ann", "Garcia", BORN, "555-0100")))
                .contains("a1");
    }

    @Test
    void aViewThatDoesNotAnswerHoldsNobodyUp() {
        when(queries.query(any(FindAppointmentsOf.class), eq(Appointments.class)))
                .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("away")));
        assertThat(found(BY_NUMBER)).isEmpty();
        when(patients.byMrn("main", "M1")).thenReturn(Optional.empty());
        assertThat(found(BY_NUMBER)).isEmpty();
    }
}
