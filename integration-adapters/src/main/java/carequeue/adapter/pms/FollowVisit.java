package carequeue.adapter.pms;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.appointment.AppointmentCommand.BeginAppointment;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.ServiceBegun;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings an appointment that was found for a walk-in as far as the visit: the visit itself began without knowing of it. */
@Component
@WithPms
public class FollowVisit implements Effect {

    private final WalkIns walkIns;

    public FollowVisit(WalkIns walkIns) {
        this.walkIns = walkIns;
    }

    @Override
    public String name() {
        return "pms.follow-visit";
    }

    @Override
    public String service() {
        return PmsService.PMS;
    }

    @Override
    public void carryOut(Attempt attempt, List<Answer> answers) {
        VisitEvent event = attempt.says(VisitEvent.class);
        walkIns.matched(event.visitId()).ifPresent(id -> answers.add(Answer.of("step", step(id, event))));
    }

    private static Object step(String appointmentId, VisitEvent event) {
        String visitId = event.visitId();
        if (event instanceof VisitPlaced) {
            return new CheckInAppointment(appointmentId, visitId);
        } else if (event instanceof ServiceBegun) {
            return new BeginAppointment(appointmentId, visitId);
        } else if (event instanceof VisitFinished) {
            return new FulfilAppointment(appointmentId, visitId);
        } else if (event instanceof VisitEvent.WentBackToWaiting || event instanceof VisitEvent.VisitReopened) {
            return new CheckInAppointment(appointmentId, visitId);
        }
        return new WithdrawArrival(appointmentId, visitId, "the visit ended without being served");
    }

    @Override
    public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
        return List.of();
    }
}
