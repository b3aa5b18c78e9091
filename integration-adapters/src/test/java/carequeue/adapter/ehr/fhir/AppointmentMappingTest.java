package carequeue.adapter.ehr.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carequeue.adapter.DemonstrationSite;
import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EhrSite;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.api.appointment.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** An appointment is taken over with site and service in our names, or refused by the names of the fields. */
class AppointmentMappingTest {

    private static final Instant START = Instant.parse("2026-11-23T15:00:00Z");
    private static final Instant END = Instant.parse("2026-11-23T15:20:00Z");

    private final Appointment appointment = good();

    private static Appointment good() {
        Appointment appointment = new Appointment();
        appointment.setId("Appointment/a-1/_history/2");
        appointment.setStatus(Appointment.AppointmentStatus.BOOKED);
        appointment.setStart(Date.from(START)).setEnd(Date.from(END));
        appointment.addServiceType().addCoding().setSystem("urn:theirs").setCode("lab");
        appointment.getAppointmentType().addCoding().setCode("ROUTINE");
        participant(appointment, "Practitioner/dr-1");
        participant(appointment, "http://ehr.example.org/fhir/Patient/17");
        participant(appointment, "Location/main");
        return appointment;
    }

    private static void participant(Appointment appointment, String reference) {
        appointment.addParticipant().setActor(new Reference(reference));
    }

    private AppointmentRecord read(Map<String, EhrSite> sites) {
        var settings = new EhrSettings(
                "http://localhost", Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(60), 50, sites);
        return new AppointmentMapping(DemonstrationSite.sites(), settings).read(appointment);
    }

    private String refusal() {
        Unacceptable refused = catchThrowableOfType(Unacceptable.class, () -> read(Map.of()));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.record()).isEqualTo("Appointment/a-1");
        return refused.detail();
    }

    private static EhrSite site(String location, Map<String, String> services) {
        var plain = EhrSite.DEFAULT;
        return new EhrSite(
                plain.mrnSystem(),
                plain.mrnPattern(),
                plain.phonePattern(),
                plain.emailPattern(),
                location,
                plain.payerSystem(),
                services);
    }

    @Test
    void aWholeAppointmentIsTakenOver() {
        assertThat(read(Map.of()))
                .isEqualTo(new AppointmentRecord(
                        "a-1", "2", "main", "lab", "dr-1", "17", START, END, "ROUTINE", AppointmentStatus.BOOKED));
    }

    @Test
    void providerAndTypeMayBeMissing() {
        appointment.getParticipant().remove(0);
        appointment.setAppointmentType(null);
        assertThat(read(Map.of()).providerId()).isNull();
        assertThat(read(Map.of()).kind()).isNull();
    }

    @Test
    void theirCodesAndLocationsAreMappedByTheTable() {
        appointment.getServiceTypeFirstRep().getCodingFirstRep().setCode("BLD");
        appointment.getParticipant().get(2).setActor(new Reference("Location/4711"));
        var record = read(Map.of("main", site("4711", Map.of("BLD", "lab"))));
        assertThat(record.siteId()).isEqualTo("main");
        assertThat(record.serviceId()).isEqualTo("lab");
    }

    @Test
    void withoutATime() {
        appointment.setStartElement(null).setEndElement(null);
        assertThat(refusal()).isEqualTo("start missing, end missing");
    }

    @Test
    void withAnEndBeforeTheStart() {
        appointment.setEnd(Date.from(START.minusSeconds(1)));
        assertThat(refusal()).isEqualTo("end before-start");
    }

    @Test
    void withoutAPatient() {
        appointment.getParticipant().remove(1);
        assertThat(refusal()).isEqualTo("patient missing");
    }

    @Test
    void withSeveralPatients() {
        participant(appointment, "Patient/18");
        assertThat(refusal()).isEqualTo("patient several");
    }

    @Test
    void withoutALocation() {
        appointment.getParticipant().remove(2);
        assertThat(refusal()).isEqualTo("location missing");
    }

    @Test
    void withSeveralLocations() {
        participant(appointment, "Location/elsewhere");
        assertThat(refusal()).isEqualTo("location several");
    }

    @Test
    void withALocationThatIsNoSite() {
        appointment.getParticipant().get(2).setActor(new Reference("Location/elsewhere"));
        assertThat(refusal()).isEqualTo("location unmapped");
    }

    @Test
    void withAServiceThatIsNone() {
        appointment.getServiceTypeFirstRep().getCodingFirstRep().setCode("acupuncture");
        assertThat(refusal()).isEqualTo("serviceType unmapped");
    }

    @Test
    void withoutAService() {
        appointment.getServiceType().clear();
        assertThat(refusal()).isEqualTo("serviceType missing");
    }

    @Test
    void withoutAStatus() {
        appointment.setStatusElement(null);
        assertThat(refusal()).isEqualTo("status missing");
    }
}
