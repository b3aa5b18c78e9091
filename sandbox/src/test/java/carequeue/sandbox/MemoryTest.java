package carequeue.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sandbox was told stays, whatever happens to it. */
class MemoryTest {

    private static final String KAM = "976f2ac2-1742-3dcb-a07d-3fc3c78c4305";

    @TempDir
    Path directory;

    @Test
    void remembersOverARestart() {
        String id;
        try (var sandbox = RunningSandbox.in(directory)) {
            id = arrive(sandbox);
            Patient kam = sandbox.read(Patient.class, KAM);
            sandbox.update(kam.setActive(true));
        }
        try (var again = RunningSandbox.in(directory)) {
            Appointment appointment = again.read(Appointment.class, id);
            assertThat(appointment.getStatus()).isEqualTo(AppointmentStatus.ARRIVED);
            assertThat(appointment.getMeta().getVersionId()).isEqualTo("2");
            Patient kam = again.read(Patient.class, KAM);
            assertThat(kam.getActive()).isTrue();
            assertThat(kam.getMeta().getVersionId()).isEqualTo("2");
            assertThat(kam.getMeta().getLastUpdated().toInstant()).isEqualTo(RunningSandbox.NOON);
        }
    }

    @Test
    void cutsOffALineTornByACrashAndGoesOn() throws Exception {
        String id;
        try (var sandbox = RunningSandbox.in(directory)) {
            id = arrive(sandbox);
        }
        Files.writeString(journal(), "{\"resourceType\":\"Patient\",\"id\":\"torn", StandardOpenOption.APPEND);
        try (var again = RunningSandbox.in(directory)) {
            Appointment appointment = again.read(Appointment.class, id);
            again.update(appointment.setStatus(AppointmentStatus.CHECKEDIN));
        }
        try (var third = RunningSandbox.in(directory)) {
            assertThat(third.read(Appointment.class, id).getStatus()).isEqualTo(AppointmentStatus.CHECKEDIN);
        }
    }

    @Test
    void keepsOneLineForEachResourceAfterARestart() throws Exception {
        try (var sandbox = RunningSandbox.in(directory)) {
            arrive(sandbox);
        }
        assertThat(Files.readAllLines(journal())).hasSize(213);
        RunningSandbox.in(directory).close();
        assertThat(Files.readAllLines(journal())).hasSize(212);
    }

    @Test
    void saysWhichLineCannotBeRead() throws Exception {
        Files.write(journal(), List.of("nonsense", "{}"));
        assertThatThrownBy(() -> RunningSandbox.in(directory))
                .isInstanceOf(SandboxCannotStart.class)
                .hasMessageContaining("Line 1");
        Files.delete(journal());
        RunningSandbox.in(directory).close();
    }

    @Test
    void keepsASecondOneAwayFromItsDirectory() {
        try (var first = RunningSandbox.in(directory)) {
            assertThatThrownBy(() -> RunningSandbox.in(directory))
                    .isInstanceOf(SandboxCannotStart.class)
                    .hasMessageContaining("in use by another sandbox");
            assertThat(first.read(Patient.class, KAM)).isNotNull();
        }
    }

    private Path journal() {
        return directory.resolve("journal.ndjson");
    }

    private static String arrive(RunningSandbox sandbox) {
        Appointment appointment = sandbox.appointments("status=booked").get(50);
        sandbox.update(appointment.setStatus(AppointmentStatus.ARRIVED));
        return appointment.getIdElement().getIdPart();
    }
}
