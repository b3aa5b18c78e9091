package carequeue.adapter.ehr.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.EhrKind;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.EncounterStatus;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.sandbox.Sandbox;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each vendor's adapter lives with the server that refuses what the vendor refuses; the generic one does not. */
class FlavoursTest {

    private static final String EVERYTHING = "system/*.cruds";

    @TempDir
    static Path directory;

    private static Sandbox.Running sandbox;
    private static OAuthSettings ours;
    private static List<AppointmentRecord> day;
    private static int next;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(directory, 0);
        ours = Keys.signing(Keys.pem(Keys.ec("secp384r1")));
        register(Map.of("client_id", "the-clinic", "jwks", new ClientKeys(ours).published(), "scope", EVERYTHING));
        day = day(new EhrBench(sandbox.fhirUrl()));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static void register(Map<String, Object> client) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/oauth/clients"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(client)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    private static EhrBench bench(String path, EhrKind kind) {
        return new EhrBench(sandbox.url() + path, ours, kind);
    }

    private static EhrBench epic(EhrKind kind) {
        return bench("/epic/api/FHIR/R4", kind);
    }

    private static EhrBench cerner(EhrKind kind) {
        return bench("/cerner/r4", kind);
    }

    private static List<AppointmentRecord> day(EhrBench bench) {
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
            public void refuse(Unacceptable why) {}

            @Override
            public void pass() {}

            @Override
            public boolean goOn() {
                return true;
            }
        });
        return accepted;
    }

    private static AppointmentRecord anAppointment() {
        return day.stream()
                .filter(a -> !a.ehrPatientId().startsWith("broken"))
                .skip(next++)
                .findFirst()
                .orElseThrow();
    }

    private static EncounterNews news(AppointmentRecord at, String encounter, EncounterStatus status) {
        return new EncounterNews(
                "visit-" + at.ehrId(),
                encounter,
                "main",
                at.ehrPatientId(),
                at.ehrId(),
                null,
                status,
                Instant.now(),
                false);
    }

    @Test
    void cernersDayIsReadByPlaceAndItsStatusPatchedInItsOrder() {
        EhrBench cerner = cerner(EhrKind.CERNER);
        assertThat(day(cerner)).hasSameSizeAs(day);
        AppointmentRecord at = anAppointment();
        assertThat(cerner.ehr
                        .tellAppointment(at.ehrId(), AppointmentStatus.ARRIVED, false)
                        .version())
                .isEqualTo("2");
        assertThat(cerner.ehr
                        .tellAppointment(at.ehrId(), AppointmentStatus.FULFILLED, false)
                        .version())
                .as("by checked-in")
                .isEqualTo("4");
        AppointmentRecord other = anAppointment();
        cerner.ehr.tellAppointment(other.ehrId(), AppointmentStatus.ARRIVED, false);
        assertThatThrownBy(() -> cerner.ehr.tellAppointment(other.ehrId(), AppointmentStatus.BOOKED, true))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr lets no appointment go from arrived to booked");
    }

    @Test
    void cernersEncounterIsMadeOnceAndItsStatusStaysWithUs() {
        EhrBench cerner = cerner(EhrKind.CERNER);
        AppointmentRecord at = anAppointment();
        String made = cerner.ehr
                .tellEncounter(news(at, null, EncounterStatus.ARRIVED))
                .ehrId();
        assertThat(cerner.ehr
                        .tellEncounter(news(at, null, EncounterStatus.ARRIVED))
                        .ehrId())
                .isEqualTo(made);
        assertThatThrownBy(() -> cerner.ehr.tellEncounter(news(at, made, EncounterStatus.IN_PROGRESS)))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr does not let the status of its encounters be changed");
    }

    @Test
    void epicsDayIsReadByPatientAndNothingOfItIsWritten() {
        EhrBench epic = epic(EhrKind.EPIC);
        AppointmentRecord at = anAppointment();
        assertThat(day(epic)).as("we know nobody yet").isEmpty();
        epic.known.add(at.ehrPatientId());
        assertThat(day(epic))
                .isNotEmpty()
                .allMatch(found -> found.ehrPatientId().equals(at.ehrPatientId()));
        assertThatThrownBy(() -> epic.ehr.tellAppointment(at.ehrId(), AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr does not let its appointments be changed");
        assertThatThrownBy(() -> epic.ehr.tellEncounter(news(at, null, EncounterStatus.ARRIVED)))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr does not let its encounters be made");
    }

    @Test
    void anEncounterThatEpicMadeIsFoundByItsAppointment() {
        AppointmentRecord at = anAppointment();
        String theirs = new EhrBench(sandbox.fhirUrl())
                .ehr
                .tellEncounter(news(at, null, EncounterStatus.ARRIVED))
                .ehrId();
        assertThat(epic(EhrKind.EPIC)
                        .ehr
                        .tellEncounter(news(at, null, EncounterStatus.ARRIVED))
                        .ehrId())
                .isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPIC", "CERNER"})
    void aPatientIsMadeOnceWithoutConditionalCreate(EhrKind kind) {
        EhrBench bench = kind == EhrKind.EPIC ? epic(kind) : cerner(kind);
        String id = UUID.randomUUID().toString();
        var who = new Demographics(
                null, Phi.of("Ada"), Phi.of("New"), Phi.of(LocalDate.of(1990, 1, 2)), null, null, Phi.of("female"));
        String made = bench.ehr.createPatientIfNone("main", id, who).ehrId();
        assertThat(bench.ehr.createPatientIfNone("main", id, who).ehrId()).isEqualTo(made);
    }

    @Test
    void theGenericAdapterFailsOnBoth() {
        assertThatThrownBy(() -> day(epic(EhrKind.GENERIC))).hasMessage("ehr answered 400");
        assertThatThrownBy(() -> day(cerner(EhrKind.GENERIC))).hasMessage("ehr answered 400");
        AppointmentRecord at = anAppointment();
        EhrBench generic = cerner(EhrKind.GENERIC);
        generic.ehr.tellAppointment(at.ehrId(), AppointmentStatus.ARRIVED, false);
        assertThatThrownBy(() -> generic.ehr.tellAppointment(at.ehrId(), AppointmentStatus.FULFILLED, false))
                .hasMessage("ehr answered 422");
    }

    @Test
    void withoutATokenOrItsScopeNothingIsAnswered() throws Exception {
        EhrBench nobody = new EhrBench(sandbox.url() + "/epic/api/FHIR/R4");
        assertThatThrownBy(() -> nobody.ehr.getPatient("main", "1")).hasMessage("ehr answered 401");
        register(Map.of("client_id", "reader", "client_secret", "a&b", "scope", "system/Patient.rs"));
        var reader = new EhrBench(sandbox.url() + "/cerner/r4", Keys.secret("reader", "a&b", null), EhrKind.CERNER);
        assertThatThrownBy(() -> day(reader)).hasMessage("ehr refuses us: invalid_scope");
        var wrong = new EhrBench(sandbox.url() + "/cerner/r4", Keys.secret("reader", "no", null), EhrKind.CERNER);
        assertThatThrownBy(() -> day(wrong)).hasMessage("ehr refuses us: invalid_client");
    }

    @Test
    void coveragesAndWhatWasCodedAreTheSameEverywhere() {
        var plain = new EhrBench(sandbox.fhirUrl());
        AppointmentRecord at = day.stream()
                .filter(a -> !plain.ehr.coveragesOf("main", a.ehrPatientId()).isEmpty())
                .findFirst()
                .orElseThrow();
        var known = plain.ehr.coveragesOf("main", at.ehrPatientId());
        assertThat(known)
                .hasSize(1)
                .allSatisfy(policy -> assertThat(policy.payerId()).isNotBlank());
        assertThat(epic(EhrKind.EPIC).ehr.coveragesOf("main", at.ehrPatientId()))
                .isEqualTo(known);
    }
}
