package carequeue.adapter.sync;

import carequeue.adapter.ehr.AppointmentRecord;
import carequeue.adapter.ehr.EhrChange;
import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.ehr.Finding;
import carequeue.adapter.ehr.Links;
import carequeue.adapter.ehr.PatientRecord;
import carequeue.adapter.ehr.Unacceptable;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.patient.PatientCommand.RecordPatient;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a change in the EHR means for the clinic, however it came to be known. */
@Component
public class EhrNews {

    private final EhrService ehr;
    private final Links links;
    private final Known known;
    private final Problems problems;
    private final Sites sites;
    private final Clock clock;

    public EhrNews(EhrService ehr, Links links, Known known, Problems problems, Sites sites, Clock clock) {
        this.ehr = ehr;
        this.links = links;
        this.known = known;
        this.problems = problems;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * The orders that follow from it, the patient's before the appointment's; none when it does not concern us.
     *
     * @throws Unacceptable naming the rule when it cannot be accepted; {@code record} says which record, which may be the patient of an
     *     appointment
     * @throws OutsideFailure when the EHR had to be asked for more and failed
     */
    List<Answer> of(EhrChange change) {
        return switch (change.kind()) {
            case PATIENT -> patient(change);
            case APPOINTMENT -> change.gone() ? deleted(change) : appointment(change.appointment());
        };
    }

    private List<Answer> patient(EhrChange change) {
        Optional<Links.Link> ours = links.ours(Links.Kind.PATIENT, change.ehrId());
        if (ours.isEmpty()) {
            return List.of();
        }
        if (change.gone()) {
            throw new Unacceptable(change.name(), List.of(new Finding("resource", "deleted")));
        }
        Optional<Site> site = known.siteOf(ours.get().ourId()).map(sites::get);
        return site.map(s -> List.of(Answer.of(
                        "patient", order(change.patient(s.siteId()), ours.get().ourId(), s))))
                .orElse(List.of());
    }

    private List<Answer> appointment(AppointmentRecord read) {
        Site site = sites.get(read.siteId());
        List<Answer> orders = new ArrayList<>();
        String patient = read.ehrPatientId();
        if (links.ours(Links.Kind.PATIENT, patient).isEmpty() || problems.concerns("Patient/" + patient)) {
            orders.add(Answer.of("patient", order(patient(site, patient), links.ourPatient(patient), site)));
        }
        orders.add(Answer.of("appointment", order(read, links.ourPatient(patient), site)));
        return orders;
    }

    private PatientRecord patient(Site site, String ehrId) {
        try {
            return ehr.getPatient(site.siteId(), ehrId);
        } catch (OutsideFailure.NotThere gone) {
            throw new Unacceptable("Patient/" + ehrId, List.of(new Finding("resource", "not-there")));
        }
    }

    /** What was deleted there is cancelled here; what the EHR does not say any more is as we know it. */
    private List<Answer> deleted(EhrChange change) {
        String ours = links.ours(Links.Kind.APPOINTMENT, change.ehrId())
                .map(Links.Link::ourId)
                .orElseGet(() -> Ids.appointment(EhrService.EHR, change.ehrId()));
        return known.appointment(ours)
                .map(planned -> List.of(Answer.of("appointment", cancelled(change, ours, planned))))
                .orElse(List.of());
    }

    private RecordAppointment cancelled(EhrChange change, String ours, Known.Planned planned) {
        return new RecordAppointment(
                ours,
                planned.siteId(),
                planned.serviceId(),
                planned.providerId(),
                planned.patientId(),
                planned.start(),
                planned.end(),
                planned.kind(),
                AppointmentStatus.CANCELLED,
                EhrService.EHR,
                change.ehrId(),
                change.version(),
                change.at(),
                sites.get(planned.siteId()).policies().conflicts());
    }

    /** What a patient's record there means here. */
    RecordPatient order(PatientRecord read, String ours, Site site) {
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

    /** What an appointment there means here. */
    RecordAppointment order(AppointmentRecord read, String patientId, Site site) {
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
