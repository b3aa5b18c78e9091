package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.SettleAppointment;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.conflict.ConflictCommand;
import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Side;
import carequeue.api.patient.DifferenceEvent.PatientAgrees;
import carequeue.api.patient.DifferenceEvent.PatientDiffers;
import carequeue.api.patient.PatientCommand.SettleDifference;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.command.journey.Orders.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/**
 * From what another system says otherwise of one appointment or patient, to what holds: each field is a conflict of its own; where no rule decides,
 * the open visit is flagged until a person has, and nobody loses their place meanwhile.
 */
@Saga
@ProcessingGroup("saga.sync")
public class SyncSaga {

    private static final String NAME = "sync";
    private static final String CONFLICT = "conflictId";

    /** The conflicts that are not resolved, with the visits that are flagged for them. */
    private final Map<String, List<String>> open = new TreeMap<>();
    /** What a person decided and cannot be done while the patient is here. */
    private final Map<String, SettleAppointment> later = new TreeMap<>();

    @StartSaga
    @SagaEventHandler(associationProperty = "appointmentId")
    void on(AppointmentDiffers e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        List<String> visits = e.visitId() == null ? List.of() : List.of(e.visitId());
        String id = ConflictCommand.id(ConflictSubject.APPOINTMENT, e.appointmentId(), e.field(), e.system());
        later.remove(id);
        raised(id, visits, e.winner(), e.system() + ": " + e.field() + " " + e.theirs(), errand);
        errand.send(Disagreements.of(id, e));
    }

    @StartSaga
    @SagaEventHandler(associationProperty = "patientId")
    void on(PatientDiffers e, EventMessage<?> m, Orders orders, OpenVisits openVisits) {
        Errand errand = Errand.of(orders, NAME, null, m);
        List<String> visits =
                openVisits.of(e.patientId()).stream().map(v -> v.visitId()).toList();
        String id = ConflictCommand.id(ConflictSubject.PATIENT, e.patientId(), e.field(), e.system());
        raised(id, visits, e.winner(), e.system() + ": " + e.field(), errand);
        errand.send(Disagreements.of(id, e, visits.isEmpty() ? null : visits.get(0)));
    }

    private void raised(String conflictId, List<String> visits, Side winner, String detail, Errand errand) {
        associateWith(CONFLICT, conflictId);
        open.put(conflictId, visits);
        if (winner == null) {
            visits.forEach(
                    visit -> errand.send(new RaiseItem(visit, OpenItem.OUTSIDE_DIFFERS, detail), "flag " + visit));
        }
    }

    @SagaEventHandler(associationProperty = "appointmentId")
    void on(AppointmentAgrees e, EventMessage<?> m, Orders orders) {
        agreed(
                ConflictCommand.id(ConflictSubject.APPOINTMENT, e.appointmentId(), e.field(), e.system()),
                Errand.of(orders, NAME, null, m));
    }

    @SagaEventHandler(associationProperty = "patientId")
    void on(PatientAgrees e, EventMessage<?> m, Orders orders) {
        agreed(
                ConflictCommand.id(ConflictSubject.PATIENT, e.patientId(), e.field(), e.system()),
                Errand.of(orders, NAME, null, m));
    }

    private void agreed(String conflictId, Errand errand) {
        later.remove(conflictId);
        if (open.containsKey(conflictId)) {
            errand.send(new EndConflict(conflictId, "both say the same by now"));
        }
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = CONFLICT)
    void on(ConflictResolved e, EventMessage<?> m, Orders orders) {
        List<String> flagged = open.remove(e.conflictId());
        if (flagged == null) {
            return;
        }
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        // What a rule decides was taken over, or not, where the difference was found.
        if (e.how() == Rule.BY_A_PERSON && e.side() != Side.OURS) {
            Refused refused = settle(e, errand);
            if (refused != null) {
                // Somebody else's value, such as a record number: the flag stays, and says so.
                flagged.forEach(visit -> errand.send(
                        new RaiseItem(visit, OpenItem.OUTSIDE_DIFFERS, refused.getMessage()), "refused " + visit));
                endWhenDone();
                return;
            }
        }
        flagged.stream()
                .filter(visit -> open.values().stream().noneMatch(others -> others.contains(visit)))
                .forEach(visit -> errand.send(
                        new CloseItem(visit, OpenItem.OUTSIDE_DIFFERS, e.how() + ": " + e.side()), "unflag " + visit));
        endWhenDone();
    }

    /** Why what was decided cannot be done at all, or null. */
    private Refused settle(ConflictResolved e, Errand errand) {
        if (e.subject() == ConflictSubject.PATIENT) {
            return errand.send(new SettleDifference(e.subjectId(), e.field(), e.value(), e.system()))
                    .refused();
        }
        String value = Phi.text(e.value(), v -> v, null);
        SettleAppointment order = new SettleAppointment(e.subjectId(), e.field(), value, e.system());
        Answer settled = errand.send(order);
        if (!settled.done()) {
            later.put(e.conflictId(), order);
        }
        return null;
    }

    /** Nobody is here for it any more: now the other system's word can be taken. */
    @SagaEventHandler(associationProperty = "appointmentId")
    void on(ArrivalWithdrawn e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, null, m);
        later.forEach((id, order) -> errand.send(order, "settle " + id));
        later.clear();
        endWhenDone();
    }

    /** The patient was seen: what the other system said is over. */
    @SagaEventHandler(associationProperty = "appointmentId")
    void on(AppointmentFulfilled e) {
        later.clear();
        endWhenDone();
    }

    private void endWhenDone() {
        if (open.isEmpty() && later.isEmpty()) {
            end();
        }
    }
}
