package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.EncounterStatus;
import carequeue.adapter.ehr.Search;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import carequeue.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The EHR read and told over real HTTP, against the sandbox. */
class FhirEhrTest {

    @TempDir
    static Path directory;

    private static Sandbox.Running sandbox;
    private static EhrBench bench;
    private static List<AppointmentRecord> day;
    private static final List<String> REFUSED = new ArrayList<>();
    private static int next;

    private final IGenericClient look = client();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(directory, 0);
        bench = new EhrBench(sandbox.fhirUrl());
        day = today(bench, REFUSED);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static IGenericClient client() {
        FhirContext fhir = FhirContext.forR4();
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        return fhir.newRestfulGenericClient(sandbox.fhirUrl());
    }

    /** The business day's appointments that can be accepted. */
    private static List<AppointmentRecord> today(EhrBench bench, List<String> refused) {
        List<AppointmentRecord> accepted = new ArrayList<>();
        var site = DemonstrationSite.main();
        LocalDate today = site.businessDay(Instant.now());
        bench.ehr.getAppointments("main", site.startOf(today), site.startOf(today.plusDays(1)), new AppointmentPages() {
            @Override
            public void expect(long total) {}

            @Override
            public void accept(AppointmentRecord appointment) {
                accepted.add(appointment);
            }

            @Override
            public void refuse(Unacceptable why) {
                refused.add(why.detail());
            }

            @Override
            public void pass() {}

            @Override
            public boolean goOn() {
                return true;
            }
        });
        return accepted;
    }

    /** An appointment that no other test touches. */
    private static AppointmentRecord anAppointment() {
        return day.stream()
                .filter(a -> !a.ehrPatientId().startsWith("broken"))
                .skip(next++)
                .findFirst()
                .orElseThrow();
    }

    private static Demographics aPatient() {
        return bench.ehr.getPatient("main", anAppointment().ehrPatientId()).demographics();
    }

    @Test
    void theDayIsReadOverAllPages() {
        assertThat(day).hasSizeGreaterThan(bench.settings.pageSize() * 2).doesNotHaveDuplicates();
        assertThat(REFUSED).isNotEmpty().containsOnly("serviceType unmapped");
    }

    @ParameterizedTest
    @CsvSource({
        "no-mrn,mrn missing",
        "two-mrns,mrn several",
        "malformed-mrn,mrn malformed",
        "no-family-name,lastName missing",
        "no-given-name,firstName missing",
        "no-birth-date,birthDate missing",
        "malformed-phone,phone malformed",
        "malformed-email,email malformed",
        "name-too-long,lastName too-long"
    })
    void aBrokenPatientIsRefusedByRule(String patient, String rule) {
        Unacceptable refused =
                catchThrowableOfType(Unacceptable.class, () -> bench.ehr.getPatient("main", "broken-" + patient));
        assertThat(refused).isNotNull();
        assertThat(refused.detail()).isEqualTo(rule);
    }

    @Test
    void aYearOfBirthIsKeptAsItIs() {
        Demographics who =
                bench.ehr.getPatient("main", "broken-partial-birth-date").demographics();
        assertThat(who.birthDate()).isNull();
        assertThat(who.born().get()).matches("\\d{4}");
    }

    @Test
    void aPatientIsFoundByRecordNumber() {
        String id = anAppointment().ehrPatientId();
        var who = bench.ehr.getPatient("main", id).demographics();
        Search found = bench.ehr.findPatient("main", new Identification(who.mrn(), null, null, null, null));
        assertThat(((Search.Found) found).patient().ehrId()).isEqualTo(id);
    }

    @Test
    void aPatientIsFoundByNameBirthDateAndPhone() {
        String id = anAppointment().ehrPatientId();
        var who = bench.ehr.getPatient("main", id).demographics();
        var asked = new Identification(
                null, null, Phi.of(who.lastName().get().toUpperCase()), who.birthDate(), who.phone());
        Search found = bench.ehr.findPatient("main", asked);
        assertThat(((Search.Found) found).patient().ehrId()).isEqualTo(id);
        var otherPhone = new Identification(null, null, who.lastName(), who.birthDate(), Phi.of("555 999 0000"));
        assertThat(bench.ehr.findPatient("main", otherPhone)).isInstanceOf(Search.Nobody.class);
    }

    @Test
    void nobodyIsFoundUnderAStrangeRecordNumber() {
        var asked = new Identification(Phi.of("ZZZZZZ99"), null, null, null, null);
        assertThat(bench.ehr.findPatient("main", asked)).isInstanceOf(Search.Nobody.class);
    }

    @Test
    void aPatientWhoIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "nobody")).isInstanceOf(OutsideFailure.NotThere.class);
    }

    @Test
    void anAppointmentIsToldReadBackAndNotToldTwice() {
        AppointmentRecord booked = anAppointment();
        Told told = bench.ehr.tellAppointment(booked.ehrId(), AppointmentStatus.ARRIVED, false);
        assertThat(told.version()).isEqualTo("2");
        assertThat(told.reference()).isEqualTo("Appointment/" + booked.ehrId() + "/_history/2");
        assertThat(status(booked)).isEqualTo(Appointment.AppointmentStatus.ARRIVED);
        assertThat(bench.ehr.tellAppointment(booked.ehrId(), AppointmentStatus.ARRIVED, false))
                .isEqualTo(told);
        bench.ehr.tellAppointment(booked.ehrId(), AppointmentStatus.FULFILLED, false);
        assertThat(bench.ehr
                        .tellAppointment(booked.ehrId(), AppointmentStatus.CHECKED_IN, false)
                        .version())
                .as("an EHR that is ahead is left alone")
                .isEqualTo("3");
    }

    @Test
    void anArrivalIsTakenBack() {
        AppointmentRecord booked = anAppointment();
        bench.ehr.tellAppointment(booked.ehrId(), AppointmentStatus.ARRIVED, false);
        bench.ehr.tellAppointment(booked.ehrId(), AppointmentStatus.BOOKED, true);
        assertThat(status(booked)).isEqualTo(Appointment.AppointmentStatus.BOOKED);
    }

    @Test
    void anAppointmentThatTheEhrCancelledIsNotMoved() {
        AppointmentRecord booked = anAppointment();
        Appointment theirs =
                look.read().resource(Appointment.class).withId(booked.ehrId()).execute();
        look.update()
                .resource(theirs.setStatus(Appointment.AppointmentStatus.CANCELLED))
                .execute();
        assertThatThrownBy(() -> bench.ehr.tellAppointment(booked.ehrId(), AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr says of the appointment: cancelled");
    }

    private Appointment.AppointmentStatus status(AppointmentRecord appointment) {
        return look.read()
                .resource(Appointment.class)
                .withId(appointment.ehrId())
                .execute()
                .getStatus();
    }

    @Test
    void aVisitIsOneEncounterFromArrivalToEnd() {
        AppointmentRecord booked = anAppointment();
        String visit = UUID.randomUUID().toString();
        Told made = bench.ehr.tellEncounter(news(visit, null, booked, EncounterStatus.ARRIVED, false));
        assertThat(bench.ehr.tellEncounter(news(visit, null, booked, EncounterStatus.ARRIVED, false)))
                .as("told again without knowing the first answer")
                .isEqualTo(made);
        bench.ehr.tellEncounter(news(visit, made.ehrId(), booked, EncounterStatus.IN_PROGRESS, false));
        bench.ehr.tellEncounter(news(visit, made.ehrId(), booked, EncounterStatus.ARRIVED, true));
        bench.ehr.tellEncounter(news(visit, made.ehrId(), booked, EncounterStatus.IN_PROGRESS, false));
        assertThat(encounter(made).getPeriod().hasEnd()).isFalse();
        bench.ehr.tellEncounter(news(visit, made.ehrId(), booked, EncounterStatus.FINISHED, false));

        Encounter finished = encounter(made);
        assertThat(finished.getStatus()).isEqualTo(Encounter.EncounterStatus.FINISHED);
        assertThat(finished.getPeriod().hasEnd()).isTrue();
        assertThat(finished.getClass_().getCode()).isEqualTo("AMB");
        assertThat(finished.getSubject().getReference()).isEqualTo("Patient/" + booked.ehrPatientId());
        assertThat(finished.getAppointmentFirstRep().getReference()).isEqualTo("Appointment/" + booked.ehrId());
        assertThat(finished.getLocationFirstRep().getLocation().getReference()).isEqualTo("Location/main");
        assertThatThrownBy(() ->
                        bench.ehr.tellEncounter(news(visit, made.ehrId(), booked, EncounterStatus.CANCELLED, true)))
                .isInstanceOf(OutsideFailure.Rejected.class);
    }

    private Encounter encounter(Told told) {
        return look.read().resource(Encounter.class).withId(told.ehrId()).execute();
    }

    private static EncounterNews news(
            String visit, String encounter, AppointmentRecord booked, EncounterStatus status, boolean back) {
        return new EncounterNews(
                visit,
                encounter,
                "main",
                booked.ehrPatientId(),
                booked.ehrId(),
                booked.providerId(),
                status,
                Instant.now(),
                back);
    }

    @Test
    void aPersonTypedInIsMadeOnce() {
        String ours = UUID.randomUUID().toString();
        Demographics who = typedIn("Quirk", null);
        Told made = bench.ehr.createPatientIfNone("main", ours, who);
        assertThat(bench.ehr.createPatientIfNone("main", ours, who).ehrId()).isEqualTo(made.ehrId());
        Patient theirs =
                look.read().resource(Patient.class).withId(made.ehrId()).execute();
        assertThat(theirs.getNameFirstRep().getFamily()).isEqualTo("Quirk");
        assertThat(theirs.getIdentifierFirstRep().getSystem()).isEqualTo("urn:carequeue:patient");
        assertThat(theirs.getIdentifierFirstRep().getValue()).isEqualTo(ours);
    }

    @Test
    void aPersonTypedInWhomTheEhrKnowsIsNotMadeAgain() {
        AppointmentRecord booked = anAppointment();
        var who = bench.ehr.getPatient("main", booked.ehrPatientId()).demographics();
        assertThat(bench.ehr
                        .createPatientIfNone("main", UUID.randomUUID().toString(), who)
                        .ehrId())
                .isEqualTo(booked.ehrPatientId());
    }

    @Test
    void aRecordNumberOfSomebodyElseIsRefused() {
        Demographics wrong = typedIn("Quirk", aPatient().mrn());
        assertThatThrownBy(() ->
                        bench.ehr.createPatientIfNone("main", UUID.randomUUID().toString(), wrong))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr has another person under this record number");
    }

    private static Demographics typedIn(String lastName, Phi<String> mrn) {
        return new Demographics(
                mrn,
                Phi.of("Walter"),
                Phi.of(lastName),
                Phi.of(LocalDate.of(1970, 2, 3)),
                Phi.of("555 010 7788"),
                null,
                null);
    }
}
