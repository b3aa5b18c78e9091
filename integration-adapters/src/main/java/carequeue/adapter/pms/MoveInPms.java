package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.outbox.PastEvents;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Moves an appointment in the practice management system as it was moved here; what was changed there meanwhile is looked at first, by the site's rules. */
@Component
@WithPms
public class MoveInPms implements Effect {

    private final PmsService pms;
    private final KnownAppointments known;
    private final Standings standings;
    private final OurBookings ours;
    private final Intake intake;
    private final PastEvents past;

    public MoveInPms(
            PmsService pms,
            KnownAppointments known,
            Standings standings,
            OurBookings ours,
            Intake intake,
            PastEvents past) {
        this.pms = pms;
        this.known = known;
        this.standings = standings;
        this.ours = ours;
        this.intake = intake;
        this.past = past;
    }

    @Override
    public String name() {
        return "pms.move";
    }

    @Override
    public String service() {
        return PmsService.PMS;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        String id = attempt.row().aggregateId();
        Optional<String> theirs = known.theirs(PmsService.PMS, id);
        if (theirs.isEmpty()) {
            // One that it does not know yet is made there as it is by now.
            return;
        }
        try {
            move(standings.of(id).orElseThrow(), theirs.get(), attempt);
        } catch (NotAccepted unreadable) {
            throw new OutsideFailure.Rejected(PmsService.PMS, "cannot be read: " + unreadable.rule());
        }
    }

    private void move(Standings.Standing standing, String pmsId, Attempt attempt) {
        PmsAppointment there = pms.getAppointment(pmsId);
        ZoneId zone = ours.zone(standing.siteId());
        boolean over = there.status().compareTo(PmsStatus.CHECKED_IN) >= 0;
        if (over || ours.of(standing.appointmentId()).isWhat(there, zone) || staffDecide(standing, there)) {
            return;
        }
        PmsBooking now = ours.of(standing.appointmentId());
        if (!now.isWhat(there, zone)) {
            String key = "carequeue-" + attempt.row().id();
            PmsAppointment after = pms.move(standing.patientId(), there, now, key);
            known.version(PmsService.PMS, pmsId, after.version());
        }
    }

    /** Changed on both sides: what it says is taken in first, and where that leaves a conflict, nothing is overwritten. */
    private boolean staffDecide(Standings.Standing standing, PmsAppointment there) {
        boolean changedThere = known.version(PmsService.PMS, there.appointmentId())
                .filter(version -> !version.equals(there.version()))
                .isPresent();
        if (!changedThere) {
            return false;
        }
        intake.take(there);
        return past.of(standing.appointmentId(), AppointmentDiffers.class)
                .anyMatch(differs -> differs.winner() == null && there.version().equals(differs.version()));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
