package carequeue.adapter.pms;

import carequeue.adapter.known.KnownAppointments;
import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.NoteWritten;
import carequeue.api.appointment.AppointmentEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the practice management system how far an appointment is; it asks first what is there, so that a repeat tells nothing twice. */
@Component
@WithPms
public class TellPms implements Effect {

    private final PmsService pms;
    private final KnownAppointments known;
    private final Standings standings;
    private final Line line;

    public TellPms(PmsService pms, KnownAppointments known, Standings standings, Line line) {
        this.pms = pms;
        this.known = known;
        this.standings = standings;
        this.line = line;
    }

    @Override
    public String name() {
        return "pms.status";
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
            // It does not know this appointment; when it tells of it, it is told how far it is.
            return;
        }
        Standings.Standing standing = standings.of(id).orElseThrow();
        Progression now = now(attempt, standing);
        now.told().ifPresent(word -> {
            try {
                tell(attempt, theirs.get(), standing, now, word, answers);
            } catch (NotAccepted unreadable) {
                throw new OutsideFailure.Rejected(PmsService.PMS, "cannot be read: " + unreadable.rule());
            }
        });
    }

    /** What the event says; where it is the system's own word, how far we are by now. */
    private static Progression now(Attempt attempt, Standings.Standing standing) {
        return attempt.event().getPayload() instanceof AppointmentEvent event
                ? Progression.of(event).orElseThrow()
                : new Progression(standing.status(), standing.begun(), standing.visitId(), false, PmsService.PMS);
    }

    private void tell(
            Attempt attempt,
            String pmsId,
            Standings.Standing standing,
            Progression now,
            PmsStatus word,
            List<Answer> answers) {
        PmsAppointment there = pms.getAppointment(pmsId);
        if (there.status() == word || !leads(now, word, there.status())) {
            return;
        }
        Line.Place place = line.of(standing, word);
        PmsNews news = new PmsNews(word, place.minutes(), place.position(), place.reason());
        PmsAppointment after = pms.push(
                standing.patientId(), there, news, "carequeue-" + attempt.row().id());
        known.version(PmsService.PMS, pmsId, after.version());
        answers.add(Answer.of(
                "written",
                new NoteWritten(standing.appointmentId(), PmsService.PMS, pmsId, after.version(), now.status())));
    }

    /** A system that is ahead, or has cancelled, is left alone: where we know otherwise, that is a conflict and no order. */
    private static boolean leads(Progression now, PmsStatus word, PmsStatus there) {
        if (now.back()) {
            return true;
        } else if (there == PmsStatus.CANCELLED) {
            return false;
        } else if (PmsService.PMS.equals(now.system()) && word.compareTo(PmsStatus.CHECKED_IN) < 0) {
            return false;
        }
        return word == PmsStatus.CANCELLED ? there.compareTo(PmsStatus.CHECKED_IN) < 0 : word.compareTo(there) > 0;
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
