package carequeue.adapter.sync;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.Links;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.adapter.resilience.HealthRows;
import carequeue.adapter.resilience.ServiceReturned;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.sandbox.Sandbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The day comes in from the EHR: the good is taken over, the broken is named by rule, and nothing stops the rest. */
class DaySyncTest {

    @TempDir
    Path directory;

    private final OutboxBench bench = new OutboxBench();
    private Sandbox.Running sandbox;
    private SyncRunner runner;
    private DaySync sync;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(directory, 0);
        connect(sandbox.fhirUrl());
    }

    private void connect(String url) {
        var ehr = new EhrBench(url);
        var gateway = DefaultCommandGateway.builder().commandBus(bench.bus).build();
        sync = new DaySync(
                ehr.ehr,
                new Links(bench.jdbc, bench.transaction),
                DemonstrationSite.sites(),
                new SyncOrders(gateway),
                Clock.systemUTC());
        runner = new SyncRunner(
                sync,
                new ChangeBench(bench, ehr.ehr).changes,
                new SyncLease(bench.jdbc, bench.transaction),
                new SyncJobs(bench.jdbc, bench.transaction, new ObjectMapper()),
                new HealthRows(bench.jdbc, bench.transaction),
                ehr.settings,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sandbox.close();
        bench.close();
    }

    private <T> List<T> sent(Class<T> type) {
        return bench.commands.stream()
                .map(command -> command.getPayload())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void order(String jobId) {
        bench.sql("insert into job (job_id, kind, subject, state, requested_by) values ('" + jobId
                + "', 'sync', 'ehr', 'waiting', 'manager')");
    }

    private Map<String, Object> job(String jobId) {
        return bench.jdbc
                .sql("select state, done, total, problems, ended_at is not null as ended from job where job_id = ?")
                .param(jobId)
                .query()
                .singleRow();
    }

    @Test
    void theDayIsTakenOverAndTheBrokenIsNamedByRule() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        SyncReport report = sync.run(Progress.UNWATCHED);

        assertThat(report.total()).isEqualTo(report.count());
        assertThat(sent(RecordAppointment.class)).hasSize((int) (report.count() - report.refused()));
        assertThat(sent(RecordPatient.class))
                .extracting(RecordPatient::outsideId)
                .as("each patient is read once")
                .doesNotHaveDuplicates();
        assertThat(report.problems())
                .contains(
                        "Patient/broken-no-mrn: mrn missing",
                        "Patient/broken-two-mrns: mrn several",
                        "Patient/broken-malformed-mrn: mrn malformed",
                        "Patient/broken-no-family-name: lastName missing",
                        "Patient/broken-no-given-name: firstName missing",
                        "Patient/broken-no-birth-date: birthDate missing",
                        "Patient/broken-malformed-phone: phone malformed",
                        "Patient/broken-malformed-email: email malformed",
                        "Patient/broken-name-too-long: lastName too-long")
                .anyMatch(problem -> problem.matches("Appointment/.*: serviceType unmapped"));
        assertThat(sent(RecordAppointment.class)).allSatisfy(a -> {
            assertThat(a.appointmentId()).isEqualTo(Ids.appointment("ehr", a.outsideId()));
            assertThat(a.siteId()).isEqualTo("main");
            assertThat(a.system()).isEqualTo("ehr");
        });
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        sync.run(Progress.UNWATCHED);
        int first = bench.commands.size();
        sync.run(Progress.UNWATCHED);
        assertThat(bench.commands).hasSize(first);
    }

    @Test
    void whatTheClinicRefusesIsNamedByRule() {
        bench.hearing(RecordAppointment.class);
        bench.bus.subscribe(RecordPatient.class.getName(), command -> {
            throw new Refused.AlreadyTaken("mrn", "somebody");
        });
        SyncReport report = sync.run(Progress.UNWATCHED);
        assertThat(report.problems()).anyMatch(problem -> problem.endsWith(": mrn taken"));
        assertThat(sent(RecordAppointment.class)).isEmpty();
    }

    @Test
    void anOrderedSyncShowsItsProgressAndEnds() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        order("j1");
        runner.turn();
        var row = job("j1");
        assertThat(row.get("state")).isEqualTo("done");
        assertThat(row.get("done")).isEqualTo(row.get("total")).isNotEqualTo(0L);
        assertThat(row.get("problems").toString()).contains("Patient/broken-no-mrn: mrn missing");
        assertThat(row.get("ended")).isEqualTo(true);
    }

    @Test
    void aCancelledSyncStops() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        order("j1");
        bench.sql("update job set cancel_requested = true");
        runner.turn();
        assertThat(job("j1").get("state")).isEqualTo("cancelled");
        assertThat(sent(RecordAppointment.class)).isEmpty();
    }

    @Test
    void aSyncFailsByNameWhileTheEhrIsAwayAndRunsWhenItIsBack() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        connect("http://localhost:1/fhir");
        order("j1");
        runner.turn();
        assertThat(job("j1").get("state")).isEqualTo("failed");
        connect(sandbox.fhirUrl());
        runner.turn();
        assertThat(sent(RecordAppointment.class)).isNotEmpty();
    }

    @Test
    void itRunsOnlyWhenDueOrWanted() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        runner.turn();
        assertThat(bench.commands).isNotEmpty();
        bench.commands.clear();
        runner.turn();
        assertThat(bench.commands).isEmpty();
        connect(sandbox.fhirUrl());
        runner.on(new ServiceReturned("ehr"));
        runner.turn();
        assertThat(sent(RecordAppointment.class)).isNotEmpty();
    }

    @Test
    void aNodeWhoseTurnItIsNotLeavesItAlone() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        assertThat(new SyncLease(bench.jdbc, bench.transaction).take()).isTrue();
        runner.turn();
        assertThat(bench.commands).isEmpty();
        bench.sql("update integration_lease set leased_until = clock_timestamp() - interval '1 second'");
        runner.turn();
        assertThat(bench.commands).isNotEmpty();
    }

    @Test
    void anOrderLeftBehindByANodeThatStoppedIsTakenUp() {
        bench.hearing(RecordPatient.class, RecordAppointment.class);
        order("j1");
        bench.sql("update job set state = 'running'");
        runner.turn();
        assertThat(job("j1").get("state")).isEqualTo("done");
    }
}
