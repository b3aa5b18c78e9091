package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.PatientRecord;
import carequeue.adapter.ehr.Search;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.Guards;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.Demographics;
import carequeue.api.site.Sites;
import carequeue.api.visit.Identification;
import java.time.Instant;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** An EHR with a generic FHIR R4 server. */
@Component
public class FhirEhr implements EhrService {

    private final FhirCalls calls;
    private final EhrSettings settings;
    private final PatientSearch search;
    private final PatientMaking making;
    private final DayReading day;
    private final AppointmentTelling appointments;
    private final EncounterTelling encounters;

    public FhirEhr(EhrSettings settings, Sites sites, Guards guards) {
        this.settings = settings;
        this.calls = new FhirCalls(settings, guards.of(EHR));
        this.search = new PatientSearch(calls);
        this.making = new PatientMaking(calls, search);
        this.day = new DayReading(calls, new AppointmentMapping(sites, settings), settings);
        this.appointments = new AppointmentTelling(calls);
        this.encounters = new EncounterTelling(calls, settings);
    }

    @Override
    public PatientRecord getPatient(String siteId, String ehrId) {
        Patient patient = calls.ask(
                client -> client.read().resource(Patient.class).withId(ehrId).execute());
        return PatientMapping.read(patient, settings.site(siteId));
    }

    @Override
    public Search findPatient(String siteId, Identification identification) {
        var found = search.matching(identification, settings.site(siteId));
        return switch (found.size()) {
            case 0 -> new Search.Nobody();
            case 1 -> new Search.Found(PatientMapping.read(found.get(0), settings.site(siteId)));
            default -> new Search.Several();
        };
    }

    @Override
    public void getAppointments(String siteId, Instant from, Instant to, AppointmentPages pages) {
        day.read(siteId, from, to, pages);
    }

    @Override
    public Told createPatientIfNone(String siteId, String patientId, Demographics demographics) {
        return making.make(settings.site(siteId), patientId, demographics);
    }

    @Override
    public Told tellAppointment(String ehrId, AppointmentStatus status, boolean back) {
        return appointments.tell(ehrId, Statuses.theirs(status), back);
    }

    @Override
    public Told tellEncounter(EncounterNews news) {
        return encounters.tell(news);
    }

    @Override
    public void probe() {
        calls.unguarded(client ->
                client.capabilities().ofType(CapabilityStatement.class).execute());
    }

    @Override
    public Guard guard() {
        return calls.guard();
    }
}
