package carequeue.sandbox;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import carequeue.sandbox.ehr.Systems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The appointments that the sandbox books for each day. */
class AppointmentsOfTheDayTest {

    @TempDir
    Path directory;

    /** An ordinary day, the night the clocks go back, and the night they go forward. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2026-10-31", "2027-03-13"})
    void atAnyMinuteSomebodyIsBookedInTheArrivalWindow(String date) {
        LocalDate day = LocalDate.parse(date);
        Instant start = day.atTime(3, 0).atZone(RunningSandbox.ZONE).toInstant();
        Instant end = day.plusDays(1).atTime(3, 0).atZone(RunningSandbox.ZONE).toInstant();
        try (var sandbox = RunningSandbox.at(directory, start)) {
            List<Instant> starts = sandbox.appointments("status=booked").stream()
                    .filter(it -> !it.getParticipantFirstRep()
                            .getActor()
                            .getReference()
                            .contains("broken"))
                    .map(it -> it.getStart().toInstant())
                    .toList();
            for (Instant now = start; now.isBefore(end); now = now.plusSeconds(600)) {
                Instant earliest = now.minusSeconds(900);
                Instant latest = now.plusSeconds(1800);
                assertThat(starts)
                        .as("arrival window at %s", now)
                        .anyMatch(it -> it.isAfter(earliest) && it.isBefore(latest));
            }
        }
    }

    @Test
    void nobodyHasTwoWithinThreeHoursAndTheDeadHaveNone() {
        try (var sandbox = RunningSandbox.in(directory)) {
            Map<String, List<Instant>> byPatient = sandbox.appointments("").stream()
                    .collect(groupingBy(
                            AppointmentsOfTheDayTest::patient,
                            Collectors.mapping(it -> it.getStart().toInstant(), Collectors.toList())));
            byPatient.forEach((patient, starts) -> {
                for (int i = 1; i < starts.size(); i++) {
                    assertThat(Duration.between(starts.get(i - 1), starts.get(i)))
                            .as(patient)
                            .isGreaterThanOrEqualTo(Duration.ofHours(3));
                }
            });
            Set<String> dead = sandbox.all(Patient.class).stream()
                    .filter(Patient::hasDeceased)
                    .map(it -> "Patient/" + it.getIdElement().getIdPart())
                    .collect(Collectors.toSet());
            assertThat(dead).hasSize(2);
            assertThat(byPatient.keySet()).hasSize(24).doesNotContainAnyElementsOf(dead);
        }
    }

    @Test
    void aDayHasEveryServiceOneOfThemUnmappedAndEveryBrokenPatient() {
        try (var sandbox = RunningSandbox.in(directory)) {
            List<Appointment> today = sandbox.appointments(
                    "date=ge2026-11-23T03:00:00-05:00&date=lt2026-11-24T03:00:00-05:00&location=Location/main");
            assertThat(today).hasSize(96 + 10);
            assertThat(today.stream().map(it -> it.getServiceTypeFirstRep().getCodingFirstRep()))
                    .allMatch(it -> it.getSystem().equals(Systems.SERVICE_TYPE))
                    .extracting(it -> it.getCode())
                    .contains("primary-care", "urgent-care", "lab", "imaging", "acupuncture");
            assertThat(today.stream().filter(it -> patient(it).contains("broken")))
                    .hasSize(10);
            assertThat(today).allSatisfy(it -> assertThat(it.getParticipant()).hasSize(3));
        }
    }

    @Test
    void aNewDayIsBookedWhileRunningAndNoneTwice() {
        try (var sandbox = RunningSandbox.in(directory)) {
            assertThat(sandbox.appointments("date=ge2026-11-25T03:00:00-05:00")).isEmpty();
            sandbox.clock.moveTo(Instant.parse("2026-11-24T08:00:00Z"));
            await().untilAsserted(() -> assertThat(sandbox.appointments("date=ge2026-11-25T03:00:00-05:00"))
                    .hasSize(106));
            assertThat(sandbox.appointments("")).hasSize(3 * 106);
        }
        try (var again = RunningSandbox.at(directory, Instant.parse("2026-11-24T09:00:00Z"))) {
            assertThat(again.appointments("")).hasSize(3 * 106);
        }
    }

    private static String patient(Appointment appointment) {
        return appointment.getParticipantFirstRep().getActor().getReference();
    }
}
