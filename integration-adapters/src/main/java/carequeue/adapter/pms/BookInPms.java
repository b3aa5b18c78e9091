package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentStatus;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes an appointment that was booked here in the practice management system too, once: a repeat carries the same key. */
@Component
@WithPms
public class BookInPms implements Effect {

    private static final Set<AppointmentStatus> TO_COME = Set.of(
            AppointmentStatus.PENDING,
            AppointmentStatus.BOOKED,
            AppointmentStatus.ARRIVED,
            AppointmentStatus.CHECKED_IN);

    private final PmsService pms;
    private final KnownAppointments known;
    private final Standings standings;
    private final OurBookings ours;
    private final PmsNewcomers patients;

    public BookInPms(
            PmsService pms, KnownAppointments known, Standings standings, OurBookings ours, PmsNewcomers patients) {
        this.pms = pms;
        this.known = known;
        this.standings = standings;
        this.ours = ours;
        this.patients = patients;
    }

    @Override
    public String name() {
        return "pms.book";
    }

    @Override
    public String service() {
        return PmsService.PMS;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        String id = attempt.row().aggregateId();
        Standings.Standing standing = standings.of(id).orElseThrow();
        if (known.theirs(PmsService.PMS, id).isPresent() || !TO_COME.contains(standing.status())) {
            return;
        }
        try {
            book(standing, ours.of(id), answers);
        } catch (NotAccepted unreadable) {
            throw new OutsideFailure.Rejected(PmsService.PMS, "cannot be read: " + unreadable.rule());
        }
    }

    private void book(Standings.Standing standing, PmsBooking booking, List<Answer> answers) {
        String patient = patients.theirs(standing.patientId(), standing.siteId());
        String id = standing.appointmentId();
        PmsAppointment made = pms.book(standing.patientId(), booking.of(patient), "carequeue-booking-" + id);
        var start = PmsAppointment.instant(booking.scheduledTime(), ours.zone(standing.siteId()));
        var slot = new KnownAppointments.Slot(standing.siteId(), standing.serviceId(), standing.patientId(), start);
        known.keep(PmsService.PMS, made.appointmentId(), id, slot, made.version());
        answers.add(Answer.of(
                "written",
                new NoteWritten(id, PmsService.PMS, made.appointmentId(), made.version(), standing.status())));
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
