package carequeue.adapter.sync;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.Links;
import carequeue.adapter.outbox.OutboxBench;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.patient.PatientCommand.RecordPatient;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Follows the changes of a FHIR server that a test makes up. */
abstract class FollowedEhr {

    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    static final String T1 = "2026-11-23T10:00:01Z";
    static final String T2 = "2026-11-23T10:00:02Z";
    static final String T3 = "2026-11-23T10:00:03Z";

    final OutboxBench bench = new OutboxBench().hearing(RecordPatient.class, RecordAppointment.class);
    FhirDouble ehr;
    ChangeBench sync;

    @BeforeEach
    void start() throws IOException {
        ehr = new FhirDouble();
        sync = new ChangeBench(bench, new EhrBench(ehr.base()).ehr, NOW);
        sync.links.keep(Links.Kind.PATIENT, "our-p1", "p1", "1");
    }

    @AfterEach
    void stop() {
        ehr.close();
        bench.close();
    }

    SyncReport run() {
        SyncReport report = new SyncReport();
        assertThat(sync.changes.run(report, Progress.UNWATCHED)).isTrue();
        return report;
    }

    List<String> appointments() {
        return bench.commands.stream()
                .map(c -> c.getPayload())
                .filter(RecordAppointment.class::isInstance)
                .map(c -> ((RecordAppointment) c).outsideId() + "/" + ((RecordAppointment) c).version())
                .toList();
    }

    List<String> problems() {
        return bench.jdbc
                .sql("select resource || ': ' || problem from sync_problem order by resource")
                .query(String.class)
                .list();
    }
}
