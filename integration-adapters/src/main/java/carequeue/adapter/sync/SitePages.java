package carequeue.adapter.sync;

import carequeue.adapter.ehr.AppointmentPages;
import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Links;
import carequeue.adapter.ehr.PatientRecord;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.site.Site;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes in one site's appointments as they are read; each patient is read once. */
final class SitePages implements AppointmentPages {

    private final Site site;
    private final EhrService ehr;
    private final Links links;
    private final SyncOrders orders;
    private final Clock clock;
    private final Map<String, String> recorded;
    private final SyncReport report;
    private final Progress progress;
    private final Map<String, Optional<String>> patients = new HashMap<>();

    SitePages(
            Site site,
            EhrService ehr,
            Links links,
            SyncOrders orders,
            Clock clock,
            Map<String, String> recorded,
            SyncReport report,
            Progress progress) {
        this.site = site;
        this.ehr = ehr;
        this.links = links;
        this.orders = orders;
        this.clock = clock;
        this.recorded = recorded;
        this.report = report;
        this.progress = progress;
    }

    @Override
    public void expect(long total) {
        report.expect(total);
    }

    @Override
    public void accept(AppointmentRecord appointment) {
        String name = "Appointment/" + appointment.ehrId();
        Optional<String> patient = patients.computeIfAbsent(appointment.ehrPatientId(), this::patient);
        if (patient.isEmpty()) {
            report.refuse(name + ": Patient/" + appointment.ehrPatientId() + " not accepted");
            return;
        }
        Optional<String> refused = once(name, appointment.version(), order(appointment, patient.get()));
        refused.ifPresentOrElse(rule -> report.refuse(name + ": " + rule), report::done);
    }

    @Override
    public void refuse(Unacceptable why) {
        report.refuse(why.getMessage());
    }

    @Override
    public void pass() {
        report.done();
    }

    @Override
    public boolean goOn() {
        if (progress.at(report)) {
            return true;
        }
        report.cancel();
        return false;
    }

    private Optional<String> patient(String ehrId) {
        String name = "Patient/" + ehrId;
        try {
            PatientRecord read = ehr.getPatient(site.siteId(), ehrId);
            String ours = links.ourPatient(ehrId);
            Optional<String> refused = once(name, read.version(), order(read, ours));
            refused.ifPresent(rule -> report.note(name + ": " + rule));
            return refused.isPresent() ? Optional.empty() : Optional.of(ours);
        } catch (Unacceptable broken) {
            report.note(broken.getMessage());
        } catch (OutsideFailure.NotThere | OutsideFailure.Rejected gone) {
            report.note(name + ": " + gone.getMessage());
        }
        return Optional.empty();
    }

    private Optional<String> once(String name, String version, Object command) {
        if (version != null && Objects.equals(recorded.get(name), version)) {
            return Optional.empty();
        }
        Optional<String> refused = orders.send(command);
        if (refused.isEmpty() && version != null) {
            recorded.put(name, version);
        }
        return refused;
    }

    private RecordPatient order(PatientRecord read, String ours) {
        return new RecordPatient(
                ours,
                site.siteId(),
                read.demographics(),
                EhrService.EHR,
                read.ehrId(),
                read.version(),
                read.deceased(),
                clock.instant(),
                read.saidAt(),
                site.policies().conflicts());
    }

    private RecordAppointment order(AppointmentRecord read, String patientId) {
        return new RecordAppointment(
                links.ourAppointment(read, patientId),
                read.siteId(),
                read.serviceId(),
                read.providerId(),
                patientId,
                read.start(),
                read.end(),
                read.kind(),
                read.status(),
                EhrService.EHR,
                read.ehrId(),
                read.version(),
                read.saidAt(),
                site.policies().conflicts());
    }
}
