package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.ehr.EhrBench;
import carequeue.adapter.ehr.EhrKind;
import carequeue.adapter.ehr.oauth.OAuthSettings;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hl7.fhir.r4.model.Appointment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from a CapabilityStatement and what from a vendor's table; the answers are as the vendors document them. */
class VendorsTest {

    private static final String APPOINTMENT =
            "{\"resourceType\":\"Appointment\",\"id\":\"a\",\"meta\":{\"versionId\":\"3\"},"
                    + "\"status\":\"%s\",\"participant\":[{\"actor\":{\"reference\":\"Patient/1\"}}]}";
    private static final String STATEMENT = """
        {"resourceType":"CapabilityStatement","status":"active","fhirVersion":"%s","rest":[{"mode":"server","resource":[
         {"type":"Appointment","interaction":[{"code":"read"},{"code":"search-type"}%s]}]}]}\
        """;

    private final FhirDouble fhir = new FhirDouble();

    @AfterEach
    void stop() {
        fhir.close();
    }

    private EhrBench bench(EhrKind kind) {
        return new EhrBench(fhir.url(), OAuthSettings.NONE, kind);
    }

    @Test
    void aPatchNamesTheVersionAndChangesTheStatusOnly() {
        fhir.on("GET /metadata", STATEMENT.formatted("4.0.1", ",{\"code\":\"patch\"}"));
        fhir.on("GET /Appointment/a", APPOINTMENT.formatted("booked"));
        // As Oracle documents it: an empty answer that calls itself HTML, with the new version in the ETag.
        fhir.on("PATCH /Appointment/a", 200, "", "Content-Type", "text/html", "ETag", "W/\"4\"");
        assertThatThrownBy(() -> bench(EhrKind.CERNER).ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .hasMessage("ehr does not show the appointment's status");
        var patch = fhir.calls.stream()
                .filter(call -> call.method().equals("PATCH"))
                .toList();
        assertThat(patch).hasSize(1);
        assertThat(patch.get(0).headers())
                .containsEntry("if-match", "W/\"3\"")
                .hasEntrySatisfying("content-type", type -> assertThat(type).startsWith("application/json-patch+json"));
        assertThat(patch.get(0).body()).isEqualTo("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"arrived\"}]");
    }

    @Test
    void whatIsOnlyReadIsRefusedBeforeItIsSent() {
        fhir.on("GET /metadata", STATEMENT.formatted("4.0.1", ""));
        fhir.on("GET /Appointment/a", APPOINTMENT.formatted("booked"));
        assertThatThrownBy(() -> bench(EhrKind.EPIC).ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessage("ehr does not let its appointments be changed");
        assertThat(fhir.calls).extracting(FhirDouble.Call::method).containsOnly("GET");
    }

    @ParameterizedTest
    @CsvSource({"1.0.2", "3.0.1", "3.0.2", "5.0.0"})
    void anotherVersionOfFhirIsRefusedPlainly(String version) {
        fhir.on("GET /metadata", STATEMENT.formatted(version, ",{\"code\":\"update\"}"));
        fhir.on("GET /Appointment/a", APPOINTMENT.formatted("booked"));
        EhrBench bench = bench(EhrKind.GENERIC);
        assertThatThrownBy(() -> bench.ehr.guard().probe(bench.ehr::probe))
                .isInstanceOf(OutsideFailure.Unavailable.class)
                .hasMessageContaining("speaks FHIR " + version + "; CareQueue needs R4");
        assertThatThrownBy(() -> bench.ehr.tellAppointment("a", AppointmentStatus.ARRIVED, false))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining("nothing is read or written");
        assertThatThrownBy(() -> bench.ehr.getPatient("main", "1")).hasMessageContaining("speaks FHIR " + version);
    }

    @Test
    void cernersOrderIsWalkedAndNobodyIsCancelledOnTheWay() {
        var cerner = CernerEhr.CERNER;
        assertThat(cerner.way(Appointment.AppointmentStatus.ARRIVED, Appointment.AppointmentStatus.FULFILLED))
                .get(InstanceOfAssertFactories.LIST)
                .containsExactly(Appointment.AppointmentStatus.CHECKEDIN, Appointment.AppointmentStatus.FULFILLED);
        assertThat(cerner.way(Appointment.AppointmentStatus.ARRIVED, Appointment.AppointmentStatus.BOOKED))
                .isEmpty();
        assertThat(cerner.way(Appointment.AppointmentStatus.BOOKED, Appointment.AppointmentStatus.CANCELLED))
                .get(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429,120,120", "503,0,0", "423,7,7", "503,soon,0", "429,99999,3600"})
    void aServerThatAsksToBeLeftAloneIsNotAskedAgainAtOnce(int status, String header, long seconds) {
        fhir.on("GET /Patient/1", status, "", "Retry-After", header);
        assertThatThrownBy(() -> bench(EhrKind.GENERIC).ehr.getPatient("main", "1"))
                .isInstanceOfSatisfying(
                        OutsideFailure.Unavailable.class,
                        failure -> assertThat(failure.after()).isEqualTo(Duration.ofSeconds(seconds)));
        long asked = fhir.calls.stream()
                .filter(call -> call.path().equals("/Patient/1"))
                .count();
        assertThat(asked).isEqualTo(seconds > 0 ? 1 : 2);
    }

    @Test
    void aMissingVersionIsOurFault() {
        fhir.on("GET /Patient/1", 428, "");
        assertThatThrownBy(() -> bench(EhrKind.GENERIC).ehr.getPatient("main", "1"))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining("names no version");
    }
}
