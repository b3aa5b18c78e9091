package carequeue.adapter.sync;

import static carequeue.adapter.sync.FhirDouble.appointment;
import static carequeue.adapter.sync.FhirDouble.bundle;
import static carequeue.adapter.sync.FhirDouble.patient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.ehr.Links;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whatever changed in the EHR meanwhile is taken in once; what is broken is named and stops nothing. */
class ChangeSyncTest extends FollowedEhr {

    @Test
    void changesOfOneMomentAtThePagesEdgeAreTakenOnceEach() {
        ehr.says("/fhir/Appointment?", bundle("?page=2", appointment("a", 1, T1), appointment("b", 1, T2)));
        ehr.says("/fhir/Appointment?page=2", 503);
        assertThatThrownBy(this::run).isInstanceOf(OutsideFailure.Unavailable.class);
        ehr.says("/fhir/Appointment?page=2", bundle(null, appointment("c", 1, T2), appointment("b", 2, T3)));
        run();
        run();
        assertThat(appointments()).containsExactly("a/1", "b/1", "c/1", "b/2");
    }

    @Test
    void theNextRunBeginsWhereTheLastOneEndedWithAnOverlap() {
        ehr.says("/fhir/Appointment?", bundle(null, appointment("a", 1, T3)));
        run();
        ehr.asked.clear();
        run();
        assertThat(ehr.asked)
                .anyMatch(
                        asked -> asked.matches(
                                        ".*/Appointment\\?.*_lastUpdated=ge2026-11-23T09%3A59%3A03.*_sort=_lastUpdated.*")
                                || asked.matches(
                                        ".*/Appointment\\?.*_sort=_lastUpdated.*_lastUpdated=ge2026-11-23T09%3A59%3A03.*"));
    }

    @Test
    void aRecordOfATimeToComeHidesNothing() {
        ehr.says("/fhir/Appointment?", bundle(null, appointment("a", 1, "2099-01-01T00:00:00Z")));
        run();
        ehr.says("/fhir/Appointment?", bundle(null, appointment("b", 1, T3)));
        ehr.asked.clear();
        run();
        assertThat(ehr.asked).noneMatch(asked -> asked.matches(".*_lastUpdated=ge20[3-9].*"));
        assertThat(appointments()).containsExactly("a/1", "b/1");
    }

    @Test
    void aServerThatDoesNotSortMovesTheMarkOnlyWhenAllWasRead() {
        ehr.says("/fhir/Appointment?", bundle("?page=2", appointment("b", 1, T3), appointment("a", 1, T1)));
        ehr.says("/fhir/Appointment?page=2", 500);
        assertThatThrownBy(this::run).isInstanceOf(OutsideFailure.Unavailable.class);
        assertThat(bench.jdbc
                        .sql("select mark < '2026-11-23T00:00Z' from sync_mark where kind = 'Appointment'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsBrokenIsNamedAndTheRestIsTaken() {
        String noPatient = appointment("bad", 1, T1).replace("Patient/p1", "Group/1");
        String oddTypes = appointment("odd", 1, T1)
                .replace("\"booked\"", "{\"a\":[1]}")
                .replace("\"2026-11-24T10:00:00Z\"", "17");
        ehr.says(
                "/fhir/Appointment?",
                bundle(
                        null,
                        noPatient,
                        oddTypes,
                        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"warning\",\"code\":\"informational\"}]}",
                        appointment("nobody", 1, T1).replace("\"id\":\"nobody\",", ""),
                        appointment("good", 1, T2)));
        SyncReport report = run();
        assertThat(appointments()).containsExactly("good/1");
        assertThat(problems())
                .containsExactly("Appointment/bad: patient missing", "Appointment/odd: start missing, status missing");
        assertThat(report.problems()).contains("Appointment/?: id missing");
    }

    @Test
    void anAppointmentWhosePatientIsBrokenIsTakenInWhenThePatientIsMended() {
        ehr.says("/fhir/Appointment?", bundle(null, appointment("a", 1, T1, "p2")));
        ehr.says("/fhir/Appointment/a", appointment("a", 1, T1, "p2"));
        ehr.says("/fhir/Patient/p2", patient("p2", 1, T1, ""));
        run();
        assertThat(problems())
                .containsExactly("Appointment/a: Patient/p2 not accepted", "Patient/p2: birthDate missing");
        assertThat(bench.commands).isEmpty();
        ehr.says("/fhir/Patient/p2", patient("p2", 2, T2, "1961-04-30"));
        ehr.says("/fhir/Patient?", bundle(null, patient("p2", 2, T2, "1961-04-30")));
        run();
        assertThat(appointments()).containsExactly("a/1");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aPatientOfOursIsTakenAndAStrangerIsNot() {
        bench.happened("our-p1", recorded());
        ehr.says(
                "/fhir/Patient?", bundle(null, patient("p1", 2, T1, "1961-04-30"), patient("p9", 1, T1, "1961-04-30")));
        run();
        assertThat(bench.commands)
                .extracting(c -> ((RecordPatient) c.getPayload()).outsideId())
                .containsExactly("p1");
    }

    @Test
    void whatWasDeletedThereIsCancelledHere() {
        booked("our-a", "a");
        ehr.says(
                "/fhir/metadata",
                "{\"resourceType\":\"CapabilityStatement\",\"rest\":[{\"mode\":\"server\",\"resource\":"
                        + "[{\"type\":\"Appointment\",\"interaction\":[{\"code\":\"history-type\"}]}]}]}");
        ehr.says(
                "/fhir/Appointment/_history",
                "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":["
                        + "{\"fullUrl\":\"Appointment/a\",\"request\":{\"method\":\"DELETE\",\"url\":\"Appointment/a\"},"
                        + "\"response\":{\"status\":\"200\",\"etag\":\"W/\\\"3\\\"\",\"lastModified\":\"" + T2 + "\"}},"
                        + "{\"resource\":" + appointment("b", 1, T1)
                        + ",\"request\":{\"method\":\"PUT\",\"url\":\"Appointment/b\"}}]}");
        run();
        run();
        assertThat(bench.commands)
                .extracting(c -> c.getPayload())
                .singleElement()
                .satisfies(c -> {
                    RecordAppointment said = (RecordAppointment) c;
                    assertThat(said.appointmentId()).isEqualTo("our-a");
                    assertThat(said.status()).isEqualTo(AppointmentStatus.CANCELLED);
                    assertThat(said.version()).isEqualTo("3");
                });
    }

    @Test
    void aServerThatRefusesToSortIsAskedWithout() {
        ehr.says("/fhir/Appointment?", 400);
        run();
        assertThat(problems()).containsExactly("Appointment: ehr answered 400");
        assertThat(ehr.asked)
                .filteredOn(a -> a.startsWith("/fhir/Appointment?"))
                .hasSize(2)
                .last()
                .satisfies(asked -> assertThat(asked).doesNotContain("_sort"));
    }

    private void booked(String ours, String theirs) {
        bench.happened(
                ours,
                new AppointmentBooked(
                        ours,
                        "main",
                        "lab",
                        null,
                        "our-p1",
                        Instant.parse("2026-11-24T10:00:00Z"),
                        Instant.parse("2026-11-24T10:20:00Z"),
                        null,
                        AppointmentStatus.BOOKED,
                        "ehr",
                        theirs,
                        "2",
                        Instant.EPOCH));
        sync.links.keep(Links.Kind.APPOINTMENT, ours, theirs, "2");
    }

    private static PatientRecorded recorded() {
        return new PatientRecorded("our-p1", "main", null, "ehr", "p1", "1", false, Instant.EPOCH);
    }
}
