package carequeue.adapter.ehr.fhir;

import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.EhrChanges;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.EhrSettings;
import carequeue.adapter.ehr.EhrSubscriptions;
import carequeue.adapter.ehr.EncounterNews;
import carequeue.adapter.ehr.PatientEdit;
import carequeue.adapter.ehr.PatientRecord;
import carequeue.adapter.ehr.Search;
import carequeue.adapter.ehr.Told;
import carequeue.adapter.ehr.oauth.OAuthSetUp;
import carequeue.adapter.resilience.Guard;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.claim.ClaimContent;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.Demographics;
import carequeue.api.visit.Identification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/** An EHR with a FHIR R4 server that keeps to the standard; vendors' servers differ in what their table says. */
public class FhirEhr implements EhrService {

    private final FhirCalls calls;
    private final Capabilities capabilities;
    private final EhrSettings settings;
    private final PatientSearch search;
    private final PatientMaking making;
    private final PatientChanging changing;
    private final DayReading day;
    private final AppointmentTelling appointments;
    private final EncounterTelling encounters;
    private final FhirChanges changes;
    private final CoverageReading coverages;
    private final ChargeReading charges;

    public FhirEhr(FhirParts parts) {
        this(parts, Vendor.GENERIC);
    }

    FhirEhr(FhirParts parts, Vendor vendor) {
        this.settings = parts.settings();
        var tokens = OAuthSetUp.tokens(parts.oauth(), settings, vendor.scope(), parts.clock());
        this.calls = new FhirCalls(settings, parts.guards().of(EHR), tokens, parts.clock());
        this.capabilities = new Capabilities(calls);
        var writing = new Writing(calls, capabilities);
        this.search = new PatientSearch(calls, settings.url());
        this.making = new PatientMaking(calls, search, writing);
        this.changing = new PatientChanging(calls, writing);
        this.day = new DayReading(calls, new AppointmentMapping(parts.sites(), settings), parts, vendor.dayBy());
        this.changes = new FhirChanges(calls, new AppointmentMapping(parts.sites(), settings), settings);
        var fhir = new FhirSearch(calls, capabilities, settings.url());
        this.coverages = new CoverageReading(fhir);
        this.charges = new ChargeReading(fhir);
        this.appointments = new AppointmentTelling(calls, writing, vendor);
        this.encounters = new EncounterTelling(calls, writing, capabilities, settings, vendor);
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
    public Optional<Told> changePatient(String ehrId, List<PatientEdit> edits) {
        return changing.change(ehrId, edits);
    }

    @Override
    public Told tellAppointment(String ehrId, AppointmentStatus status, boolean back) {
        return appointments.tell(ehrId, Statuses.theirs(status), back);
    }

    @Override
    public Optional<Told> tellNoShow(String ehrId, boolean missed) {
        return appointments.tellNoShow(ehrId, missed);
    }

    @Override
    public Told tellEncounter(EncounterNews news) {
        return encounters.tell(news);
    }

    @Override
    public List<Coverage> coveragesOf(String siteId, String ehrPatientId) {
        return coverages.of(ehrPatientId, settings.site(siteId).payerSystem());
    }

    @Override
    public ClaimContent chargesOf(String encounterId) {
        return charges.of(encounterId);
    }

    @Override
    public EhrChanges changes() {
        return changes;
    }

    @Override
    public EhrSubscriptions subscriptions() {
        return new FhirSubscriptions(calls);
    }

    @Override
    public void probe() {
        capabilities.probe();
        calls.checkToken();
    }

    @Override
    public Guard guard() {
        return calls.guard();
    }
}
