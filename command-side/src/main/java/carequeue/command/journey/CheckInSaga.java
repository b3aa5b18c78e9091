package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.site.Sites;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.IdentifyPatient;
import carequeue.api.visit.VisitCommand.LookUpPatient;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitCommand.RefuseCheckIn;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.PatienceEnded;
import carequeue.api.visit.VisitEvent.PatientLookupAnswered;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.command.journey.Orders.Answer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From "I am here" to a place in the queue: the patient never stands still because the EHR does. */
@Saga
@ProcessingGroup("saga.check-in")
public class CheckInSaga {

    private static final String NAME = "check-in";
    private static final String STEP = "patient";
    private static final String WINDOW = "window";

    private CheckInRequested request;
    private String patientId;
    private boolean identified;
    private boolean joined;
    private boolean placed;
    /** Whether the patient may be placed as far as the time of the appointment goes. */
    private boolean windowOpen;
    /** Whether everything but the time is there. */
    private boolean ready;
    /** Whether nothing about the patient is waited for any more. */
    private boolean settled;

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(CheckInRequested e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        request = e;
        patientId = e.patientId();
        identified = e.identification() == null;
        if (e.appointmentId() != null) {
            Answer arrived = errand.send(new Arrive(e.appointmentId(), e.visitId()));
            if (!arrived.done()) {
                refuse(Errand.rule(arrived.refused()), arrived.refused().getMessage(), errand);
                return;
            }
        }
        windowOpen = e.notBefore() == null;
        if (!windowOpen) {
            deadlines.schedule(e.visitId(), WINDOW, e.notBefore());
        }
        if (e.lookUp()) {
            errand.send(new LookUpPatient(e.visitId()));
            deadlines.schedule(e.visitId(), STEP, e.at().plus(e.patience()));
        } else {
            associateWith("patientId", patientId);
            raise(OpenItem.PATIENT_TYPED_IN, null, errand);
            join(errand, sites);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(PatientLookupAnswered e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        settled = e.outcome() != LookupOutcome.UNAVAILABLE;
        deadlines.cancel(e.visitId(), STEP);
        if (joined || ready) {
            late(e, errand);
        } else {
            decide(e, errand, sites);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(PatienceEnded e, EventMessage<?> m, Orders orders, Sites sites) {
        Errand errand = Errand.of(orders, NAME, e.visitId(), m);
        if (e.step().equals(WINDOW)) {
            windowOpen = true;
            if (ready) {
                join(errand, sites);
            }
        } else if (!joined && !ready) {
            withoutTheEhr(errand, sites);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitPlaced e, EventMessage<?> m, Orders orders) {
        if (!placed && request.appointmentId() != null) {
            Errand.of(orders, NAME, e.visitId(), m).send(new CheckInAppointment(request.appointmentId(), e.visitId()));
        }
        placed = true;
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "patientId")
    void on(PatientLinked e, EventMessage<?> m, Orders orders) {
        Errand errand = Errand.of(orders, NAME, request.visitId(), m);
        errand.send(new CloseItem(request.visitId(), OpenItem.PATIENT_TYPED_IN, "linked with " + e.system()));
        settled = true;
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        deadlines.cancel(e.visitId(), STEP);
        if (e.appointmentId() != null) {
            Errand.of(orders, NAME, e.visitId(), m)
                    .send(new WithdrawArrival(e.appointmentId(), e.visitId(), e.reason()));
        }
        end();
    }

    private void decide(PatientLookupAnswered e, Errand errand, Sites sites) {
        switch (e.outcome()) {
            case FOUND -> {
                if (identify(e.patientId(), errand)) {
                    join(errand, sites);
                }
            }
            case DECEASED ->
                refuse("deceased", "The EHR says that this patient has died; please see the desk.", errand);
            case UNAVAILABLE -> withoutTheEhr(errand, sites);
            case NOT_FOUND, AMBIGUOUS, INVALID -> doubt(Doubt.of(e), errand, sites);
        }
    }

    /** Goes on with the record that is here, and an open item; who is not known here is refused. */
    private void doubt(Doubt doubt, Errand errand, Sites sites) {
        if (identified) {
            raise(doubt.item(), doubt.detail(), errand);
            join(errand, sites);
        } else {
            refuse(doubt.rule(), doubt.sentence(), errand);
        }
    }

    private void withoutTheEhr(Errand errand, Sites sites) {
        if (identified) {
            raise(OpenItem.PATIENT_DATA_CACHED, "the EHR did not answer in time", errand);
            join(errand, sites);
        } else if (identify(Places.registered(request, errand), errand)) {
            raise(OpenItem.PATIENT_TYPED_IN, "the EHR did not answer in time", errand);
            join(errand, sites);
        }
    }

    private void late(PatientLookupAnswered e, Errand errand) {
        if (e.outcome() == LookupOutcome.FOUND) {
            // The visit may be over by now, or the patient may have another open one; then the item says so and stays.
            Answer named = errand.send(new IdentifyPatient(e.visitId(), e.patientId()));
            if (named.done()) {
                patientId = e.patientId();
            }
            if (named.done() || named.refused() instanceof Refused.WrongState) {
                errand.send(new CloseItem(e.visitId(), OpenItem.PATIENT_DATA_CACHED, "the EHR answered"), "cached");
                errand.send(new CloseItem(e.visitId(), OpenItem.PATIENT_TYPED_IN, "the EHR answered"), "typed-in");
            }
        } else if (e.outcome() == LookupOutcome.DECEASED || e.outcome() == LookupOutcome.INVALID) {
            raise(
                    OpenItem.PATIENT_DATA_INVALID,
                    e.detail() == null ? e.outcome().toString() : e.detail(),
                    errand);
        }
        endWhenDone();
    }

    private boolean identify(String patient, Errand errand) {
        Answer named = errand.send(new IdentifyPatient(request.visitId(), patient));
        if (named.refused() instanceof Refused.AlreadyTaken taken) {
            refuse(
                    "already-checked-in",
                    "This patient is checked in already; the open visit is " + taken.holder() + ".",
                    errand);
            return false;
        }
        patientId = patient;
        identified = true;
        return true;
    }

    private void raise(OpenItem item, String detail, Errand errand) {
        errand.send(new RaiseItem(request.visitId(), item, detail));
    }

    private void join(Errand errand, Sites sites) {
        ready = true;
        if (!windowOpen) {
            return;
        }
        Answer place = errand.send(Places.first(request, patientId, errand, sites));
        joined = place.done();
        if (!joined) {
            refuse(Errand.rule(place.refused()), place.refused().getMessage(), errand);
        }
    }

    private void refuse(String rule, String sentence, Errand errand) {
        errand.send(new RefuseCheckIn(request.visitId(), rule, sentence));
        if (request.appointmentId() != null) {
            errand.send(new WithdrawArrival(request.appointmentId(), request.visitId(), sentence));
        }
        end();
    }

    private void endWhenDone() {
        if (placed && settled) {
            end();
        }
    }
}
