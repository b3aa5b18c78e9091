package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Refused;
import carequeue.api.patient.MergeCommand.Belongings;
import carequeue.api.patient.MergeCommand.ComeApart;
import carequeue.api.patient.MergeCommand.GiveBackCoverages;
import carequeue.api.patient.MergeCommand.GoInto;
import carequeue.api.patient.MergeCommand.TakeCoverages;
import carequeue.api.patient.MergeCommand.Taken;
import carequeue.api.patient.MergeEvent.PatientsMerged;
import carequeue.api.patient.MergeEvent.PatientsParted;
import carequeue.api.patient.OpenVisit;
import carequeue.api.queue.QueueCommand.Leave;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.IdentifyPatient;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitCommand.RefuseCheckIn;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.command.journey.Orders.Answer;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From "these two are one person" to one patient with what was open of both; it stays until somebody says that they are two after all. */
@Saga
@ProcessingGroup("saga.merge")
public class MergeSaga {

    private static final String NAME = "merge";
    private static final String SENTENCE = "this check-in was a second one of the same person";

    private String patientId;
    private String otherId;
    private String mergeId;
    /** The visits that go over once nothing is in their way. */
    private final List<String> moving = new ArrayList<>();

    private final List<String> moved = new ArrayList<>();
    private List<String> coverages = List.of();

    @StartSaga
    @SagaEventHandler(associationProperty = "mergeId")
    void on(PatientsMerged e, EventMessage<?> m, Orders orders) {
        patientId = e.patientId();
        otherId = e.otherId();
        mergeId = e.mergeId();
        Errand errand = Errand.of(orders, NAME, null, m);
        Answer went = errand.send(new GoInto(otherId, patientId, mergeId));
        if (went.value() instanceof Belongings had && !had.coverages().isEmpty()) {
            Answer taken = errand.send(new TakeCoverages(patientId, mergeId, had.coverages()));
            coverages = taken.value() instanceof Taken t ? t.taken() : List.of();
        }
        e.visits().stream()
                .filter(v -> v.patientId().equals(otherId) && !v.visitId().equals(e.endVisit()))
                .forEach(v -> moving.add(v.visitId()));
        if (e.endVisit() == null) {
            move(errand);
        } else {
            associateWith("visitId", e.endVisit());
            e.visits().stream().filter(v -> v.visitId().equals(e.endVisit())).forEach(v -> endVisit(v, errand));
        }
    }

    /** Takes the patient out of the line; who is being called or served is left to a person. */
    private void endVisit(OpenVisit v, Errand errand) {
        Object order = v.entryId() == null
                ? new RefuseCheckIn(v.visitId(), "merged", SENTENCE)
                : new Leave(v.queueId(), v.entryId(), SENTENCE);
        if (!errand.send(order).done()) {
            errand.send(new RaiseItem(v.visitId(), OpenItem.VISIT_NOT_MERGED, "ends when the patient was seen"));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e, EventMessage<?> m, Orders orders) {
        move(Errand.of(orders, NAME, null, m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(CheckInRefused e, EventMessage<?> m, Orders orders) {
        move(Errand.of(orders, NAME, null, m));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitFinished e, EventMessage<?> m, Orders orders) {
        move(Errand.of(orders, NAME, null, m));
    }

    private void move(Errand errand) {
        for (String visit : moving) {
            Answer named = errand.send(new IdentifyPatient(visit, patientId), "move " + visit);
            if (named.done()) {
                moved.add(visit);
            } else if (named.refused() instanceof Refused.AlreadyTaken taken) {
                errand.send(
                        new RaiseItem(visit, OpenItem.VISIT_NOT_MERGED, "open too: " + taken.holder()),
                        "flag " + visit);
            }
        }
        moving.clear();
    }

    /** What is over by now stays where it was decided. */
    @SagaEventHandler(associationProperty = "mergeId")
    void on(PatientsParted e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, null, m);
        errand.send(new ComeApart(otherId, mergeId));
        if (!coverages.isEmpty()) {
            errand.send(new GiveBackCoverages(patientId, mergeId, coverages));
        }
        moved.forEach(visit -> errand.send(new IdentifyPatient(visit, otherId), "back " + visit));
        end();
    }
}
