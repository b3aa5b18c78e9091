package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.RecordAppointment;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes an appointment of the practice management system over, as one that the EHR or we know already where it is the same. */
@Component
@WithPms
public class Intake {

    private final PmsPatients patients;
    private final KnownAppointments known;
    private final Standings standings;
    private final OpenAppointments open;
    private final WalkInMatch walkIns;
    private final PmsOrders orders;
    private final Sites sites;

    public Intake(
            PmsPatients patients,
            KnownAppointments known,
            Standings standings,
            OpenAppointments open,
            WalkInMatch walkIns,
            PmsOrders orders,
            Sites sites) {
        this.patients = patients;
        this.known = known;
        this.standings = standings;
        this.open = open;
        this.walkIns = walkIns;
        this.orders = orders;
        this.sites = sites;
    }

    /**
     * Takes one; what cannot be taken is kept for staff and looked at again.
     *
     * @return why it was not taken, or nothing
     * @throws carequeue.adapter.resilience.OutsideFailure when its patient cannot be read now
     */
    public Optional<NotAccepted> take(PmsAppointment theirs) {
        boolean seen = known.version(PmsService.PMS, theirs.appointmentId())
                .filter(theirs.version()::equals)
                .isPresent();
        if (seen) {
            return Optional.empty();
        }
        try {
            takeNew(theirs);
            open.close(theirs.appointmentId());
            return Optional.empty();
        } catch (NotAccepted refused) {
            open.keep(theirs, refused.rule());
            return Optional.of(refused);
        }
    }

    private void takeNew(PmsAppointment theirs) {
        Site site = site(theirs);
        String service = service(site, theirs);
        String patient = patients.ours(theirs.patientId(), site);
        var slot = new KnownAppointments.Slot(site.siteId(), service, patient, theirs.start(site.timeZone()));
        String ours = known.ours(PmsService.PMS, theirs.appointmentId(), theirs.ehrId(), slot);
        boolean isNew = standings.of(ours).isEmpty();
        if (isNew && theirs.status().ours() == AppointmentStatus.CHECKED_IN) {
            // Nobody has checked the patient in here: it is a booked one of which that system says more.
            record(ours, slot, theirs, site, AppointmentStatus.BOOKED, null);
        }
        record(ours, slot, theirs, site, theirs.status().ours(), theirs.version());
        if (isNew) {
            walkIns.match(ours, slot, site);
        }
        known.version(PmsService.PMS, theirs.appointmentId(), theirs.version());
    }

    private Site site(PmsAppointment theirs) {
        return sites.all().stream()
                .filter(site -> site.policies().pmsMapping().names(site.siteId(), theirs.department()))
                .findFirst()
                .orElseThrow(() -> new NotAccepted(theirs.appointmentId(), "department unmapped"));
    }

    private static String service(Site site, PmsAppointment theirs) {
        return site.policies()
                .pmsMapping()
                .service(site.siteId(), theirs.department(), theirs.appointmentType())
                .filter(service -> site.service(service).isPresent())
                .orElseThrow(() -> new NotAccepted(theirs.appointmentId(), "appointmentType unmapped"));
    }

    private void record(
            String ours,
            KnownAppointments.Slot slot,
            PmsAppointment theirs,
            Site site,
            AppointmentStatus status,
            String version) {
        var order = new RecordAppointment(
                ours,
                slot.siteId(),
                slot.serviceId(),
                site.policies().pmsMapping().provider(theirs.providerId()),
                slot.patientId(),
                slot.start(),
                theirs.end(site.timeZone()),
                theirs.appointmentType(),
                status,
                PmsService.PMS,
                theirs.appointmentId(),
                version,
                theirs.saidAt(),
                site.policies().conflicts());
        Optional<Refused> refused = orders.send(order);
        if (refused.isPresent()) {
            throw new NotAccepted(theirs.appointmentId(), PmsOrders.rule(refused.get()));
        }
    }
}
