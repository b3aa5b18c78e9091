package carequeue.adapter.pms;

import static carequeue.adapter.pms.PmsDouble.APPOINTMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.LinkPatient;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.site.PmsMapping;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day comes in from the practice management system: each appointment once, whoever else knows it, and nothing lost that cannot be taken yet. */
class PmsSyncTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-23T14:00:00Z"), ZoneOffset.UTC);
    private static final String ANN = Ids.patient("pms", "P1");

    private final PmsDouble system = new PmsDouble().day("2026-11-23").day("2026-11-24");
    private PmsBench bench = new PmsBench(system.url(), MORNING, DemonstrationSite.sites());

    @AfterEach
    void stop() {
        bench.outside.close();
        system.close();
    }

    private PmsReport read() {
        return bench.sync.run(report -> true);
    }

    private void hearing() {
        bench.outside.hearing(RecordPatient.class, RecordAppointment.class, LinkPatient.class);
        bench.outside.hearing(Arrive.class, CheckInAppointment.class, FulfilAppointment.class);
    }

    private List<String> open() {
        return bench.outside
                .jdbc
                .sql("select pms_id || ' ' || rule from pms_open where closed_at is null order by 1")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00:00, 2026-11-23T15:00:00Z",
        "2026-11-23T10:00, 2026-11-23T15:00:00Z",
        "2026-11-23 10:00:00, 2026-11-23T15:00:00Z",
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00-06:00, 2026-11-23T16:00:00Z",
        "2026-11-23T10:00:00-0600, 2026-11-23T16:00:00Z",
        "2026-03-08T02:30:00, 2026-03-08T07:00:00Z"
    })
    void aTimeWithoutOffsetIsTheSitesWallClock(String said, Instant at) {
        hearing();
        system.day("2026-11-23", APPOINTMENT.replace("2026-11-23T10:00:00", said));
        read();
        RecordAppointment taken = bench.sent(RecordAppointment.class).get(0);
        assertThat(taken.start()).isEqualTo(at);
        assertThat(taken.end()).isEqualTo(at.plusSeconds(1200));
        assertThat(taken.patientId()).isEqualTo(ANN);
        assertThat(taken.appointmentId()).isEqualTo(Ids.appointment("pms", "A1"));
        assertThat(taken.siteId() + " " + taken.serviceId() + " " + taken.providerId())
                .isEqualTo("main lab D1");
    }

    @Test
    void whatIsBrokenIsNamedByRuleAndStopsNothingElse() {
        hearing();
        system.day(
                "2026-11-23",
                APPOINTMENT.replace("\"A1\"", "\"B1\"").replace("2026-11-23T10:00:00", "next Tuesday"),
                APPOINTMENT.replace("\"A1\"", "\"B2\"").replace("20,", "0,"),
                APPOINTMENT.replace("\"A1\"", "\"B3\"").replace("scheduled\"", "rebooked\""),
                APPOINTMENT.replace("\"A1\"", "\"B4\"").replace("\"P1\"", "null"),
                APPOINTMENT.replace("\"A1\"", "\"B5\"").replace("\"lab\"", "\"acupuncture\""),
                APPOINTMENT.replace("\"A1\"", "\"B6\"").replace("\"main\"", "\"north\""),
                APPOINTMENT.replace("\"A1\"", "\"B7\"").replace("\"P1\"", "\"P404\""),
                "{}",
                APPOINTMENT);
        PmsReport report = read();
        assertThat(report.count()).isEqualTo(9);
        assertThat(report.refused()).isEqualTo(8);
        assertThat(report.total()).isEqualTo(9);
        assertThat(bench.sent(RecordAppointment.class))
                .extracting(RecordAppointment::outsideId)
                .containsExactly("A1");
        assertThat(open())
                .containsExactly(
                        "(without identifier) appointmentId missing",
                        "B1 scheduledTime malformed",
                        "B2 duration malformed",
                        "B3 status unknown",
                        "B4 patientId missing",
                        "B5 appointmentType unmapped",
                        "B6 department unmapped",
                        "B7 patient not there");
    }

    @Test
    void whatWasUnmappedIsTakenWhenItIsMapped() {
        hearing();
        String north = APPOINTMENT.replace("\"main\"", "\"NORTH\"").replace("\"lab\"", "\"BLOOD\"");
        system.day("2026-11-23", north);
        read();
        assertThat(open()).containsExactly("A1 department unmapped");

        var mapping = new PmsMapping(
                "pms-mapping", 2, List.of(new PmsMapping.Row("NORTH", "*", "lab")), Map.of("D1", "dr-one"));
        Policies policies = Policies.DEFAULT.with(Policies.only(mapping));
        Site main = DemonstrationSite.main();
        Site mapped = new Site(
                "main",
                main.name(),
                main.timeZone(),
                main.dayStart(),
                main.hours(),
                main.services(),
                List.of(),
                policies);
        // It is of another day by now, and is looked at again all the same.
        system.day("2026-11-23").says("GET /api/appointments/A1", 200, north);
        var intake = new Intake(
                bench.patients,
                bench.known,
                bench.standings,
                bench.open,
                new WalkInMatch(bench.walkIns, orders()),
                orders(),
                new Sites(List.of(mapped)));
        new PmsSync(bench.pms, intake, bench.open, new Sites(List.of(mapped)), MORNING).run(report -> true);
        assertThat(open()).isEmpty();
        assertThat(bench.sent(RecordAppointment.class)).singleElement().satisfies(taken -> {
            assertThat(taken.serviceId()).isEqualTo("lab");
            assertThat(taken.providerId()).isEqualTo("dr-one");
        });
    }

    private PmsOrders orders() {
        return new PmsOrders(
                DefaultCommandGateway.builder().commandBus(bench.outside.bus).build());
    }

    @Test
    void whatHasNotChangedIsNotSaidAgain() {
        hearing();
        system.day("2026-11-23", APPOINTMENT);
        read();
        read();
        assertThat(bench.sent(RecordAppointment.class)).hasSize(1);
        system.day("2026-11-23", APPOINTMENT.replace("\"scheduled\"", "\"cancelled\""));
        read();
        assertThat(bench.sent(RecordAppointment.class))
                .extracting(RecordAppointment::status)
                .containsExactly(AppointmentStatus.BOOKED, AppointmentStatus.CANCELLED);
        assertThat(system.asked.stream().filter("GET /api/patients/P1"::equals)).hasSize(1);
    }

    @Test
    void oneThatTheEhrKnowsTooIsOneHere() {
        hearing();
        var slot = new KnownAppointments.Slot("main", "lab", ANN, Instant.parse("2026-11-23T15:10:00Z"));
        bench.known.keep("ehr", "E7", "ours-7", slot, null);
        system.day("2026-11-23", APPOINTMENT, APPOINTMENT.replace("\"A1\"", "\"A2\""));
        read();
        assertThat(bench.sent(RecordAppointment.class))
                .extracting(RecordAppointment::appointmentId)
                .as("the second one of the same system is another one")
                .containsExactly("ours-7", Ids.appointment("pms", "A2"));
        assertThat(bench.known.ours("ehr", "E8", null, slot))
                .as("and the EHR, read later, finds what this system told first")
                .isEqualTo(Ids.appointment("pms", "A2"));
    }

    @Test
    void aRecordNumberKnownHereIsThatPatientIfItIsTheSamePerson() {
        hearing();
        bench.outside.happened(
                "ours-1", new PatientRegistered("ours-1", "main", who("Ann", "Example", LocalDate.of(1980, 2, 3))));
        taken("ours-1");
        system.day("2026-11-23", APPOINTMENT);
        read();
        assertThat(bench.sent(LinkPatient.class)).containsExactly(new LinkPatient("ours-1", "pms", "P1"));
        assertThat(bench.sent(RecordAppointment.class).get(0).patientId()).isEqualTo("ours-1");
    }

    @Test
    void aRecordNumberOfAnotherPersonIsLeftToStaff() {
        hearing();
        bench.outside.happened(
                "ours-1", new PatientRegistered("ours-1", "main", who("Bob", "Other", LocalDate.of(1950, 1, 1))));
        taken("ours-1");
        system.day("2026-11-23", APPOINTMENT);
        read();
        assertThat(open()).containsExactly("A1 mrn is another person's");
        assertThat(bench.sent(RecordAppointment.class)).isEmpty();
    }

    private void taken(String holder) {
        bench.outside.bus.subscribe(RecordPatient.class.getName(), command -> {
            if (!((RecordPatient) command.getPayload()).patientId().equals(holder)) {
                throw new Refused.AlreadyTaken("mrn", holder);
            }
            return null;
        });
    }

    private static Demographics who(String first, String last, LocalDate born) {
        return new Demographics(Phi.of("MRN12345"), Phi.of(first), Phi.of(last), Phi.of(born), null, null, null);
    }

    @Test
    void aWalkInWhileItWasAwayCameForTheAppointmentThatItTellsOfAfterwards() {
        hearing();
        bench.outside.sql("insert into pms_visit (visit_id, site_id, service_id, patient_id, state, came_at)"
                + " values ('v1', 'main', 'lab', '" + ANN + "', 'placed', '2026-11-23T14:30:00Z')");
        system.day("2026-11-23", APPOINTMENT.replace("\"scheduled\"", "\"checked-in\""));
        read();
        String ours = Ids.appointment("pms", "A1");
        assertThat(bench.sent(RecordAppointment.class))
                .extracting(RecordAppointment::status)
                .as("booked first: nobody has checked it in here")
                .containsExactly(AppointmentStatus.BOOKED, AppointmentStatus.CHECKED_IN);
        assertThat(bench.sent(Arrive.class)).containsExactly(new Arrive(ours, "v1"));
        assertThat(bench.sent(CheckInAppointment.class)).containsExactly(new CheckInAppointment(ours, "v1"));
        assertThat(bench.walkIns.matched("v1")).contains(ours);
    }

    @Test
    void pagesAreFollowedWithinTheSystemAndNowhereElse() {
        hearing();
        String first = "GET /api/appointments?date=2026-11-23&limit=20";
        system.says(first, 200, "[" + APPOINTMENT + "]");
        read();
        system.says(first, 200, "{\"items\":[],\"nextCursor\":\"a b&c\"}")
                .says(first + "&cursor=a%20b%26c", 200, "{\"data\":[],\"next\":\"appointments?page=3\"}")
                .says("GET /api/appointments?page=3", 200, "{\"results\":[" + APPOINTMENT.replace("A1", "A3") + "]}");
        read();
        assertThat(bench.sent(RecordAppointment.class))
                .extracting(RecordAppointment::outsideId)
                .containsExactly("A1", "A3");
        for (String elsewhere : List.of("http://elsewhere.example/api/appointments", "../secret", "/apiary/x")) {
            system.says(first, 200, "{\"items\":[],\"next\":\"" + elsewhere + "\"}");
            assertThatThrownBy(this::read).isInstanceOf(OutsideFailure.Rejected.class);
        }
        system.says(first, 200, "{\"items\":[],\"next\":\"appointments?date=2026-11-23&limit=20\"}");
        assertThatThrownBy(this::read).hasMessageContaining("that was read");
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "429, true", "500, true", "503, true", "400, false", "302, false"})
    void failuresAreToldApart(int status, boolean mayPass) {
        system.says("GET /api/appointments/A1", status, "{\"patient\":\"Ann Example\"}");
        assertThatThrownBy(() -> bench.pms.getAppointment("A1"))
                .isInstanceOfSatisfying(
                        OutsideFailure.class,
                        failure -> assertThat(failure.mayPass()).isEqualTo(mayPass))
                .hasMessageStartingWith("pms answered " + status)
                .hasMessageNotContaining("Ann");
    }
}
