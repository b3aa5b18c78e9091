package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.site.Sites;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.IdentifyPatient;
import carequeue.api.visit.VisitCommand.LookUpPatient;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.PatienceEnded;
import carequeue.api.visit.VisitEvent.PatientLookupAnswered;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.command.journey.Orders.Answer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From "I am here" to a place in the queue: the patient never stands still because the EHR does. */
@Saga
@ProcessingGroup("saga.check-in")
public class CheckInSaga extends PlacingCourse {

    private static final String STEP = "patient";
    private static final String WINDOW = "window";
    private static final String DECEASED = "deceased";
    private static final String DECEASED_SENTENCE = "The EHR says that this patient has died; please see the desk.";

    private boolean identified;

    @StartSaga
    @SagaEventHandler(associationProperty = "visitId")
    void on(CheckInRequested e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        request = e;
        Errand errand = errand(m, orders);
        patientId = e.patientId();
        identified = e.identification() == null;
        if (e.appointmentId() != null) {
            Answer arrived = errand.send(new Arrive(e.appointmentId(), e.visitId()));
            if (!arrived.done()) {
                refuse(Errand.rule(arrived.refused()), arrived.refused().getMessage(), errand);
                return;
            }
        }
        if (e.notBefore() != null) {
            notBefore();
            deadlines.schedule(e.visitId(), WINDOW, e.notBefore());
        }
        if (e.lookUp()) {
            errand.send(new LookUpPatient(e.visitId()));
            deadlines.schedule(e.visitId(), STEP, e.at().plus(e.patience()));
        } else {
            associateWith("patientId", patientId);
            raise(OpenItem.PATIENT_TYPED_IN, null, errand);
            goOn(e.at(), errand, deadlines, sites);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(PatientLookupAnswered e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        Errand errand = errand(m, orders);
        settled = e.outcome() != LookupOutcome.UNAVAILABLE;
        deadlines.cancel(e.visitId(), STEP);
        if (wentOn()) {
            late(e, errand);
        } else if (decide(e, errand)) {
            goOn(e.at(), errand, deadlines, sites);
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(PatienceEnded e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        Errand errand = errand(m, orders);
        if (e.step().equals(WINDOW)) {
            windowOpens(errand, sites);
        } else if (e.step().equals(Insurance.STEP)) {
            withoutThePayer("no answer in time", deadlines, errand, sites);
        } else if (e.step().equals(STEP) && !wentOn() && withoutTheEhr(errand)) {
            goOn(e.at(), errand, deadlines, sites);
        }
    }

    @SagaEventHandler(associationProperty = "patientId")
    void on(PatientLinked e, EventMessage<?> m, Orders orders) {
        errand(m, orders)
                .send(new CloseItem(request.visitId(), OpenItem.PATIENT_TYPED_IN, "linked with " + e.system()));
        settled = true;
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        deadlines.cancel(e.visitId(), STEP);
        deadlines.cancel(e.visitId(), Insurance.STEP);
        if (e.appointmentId() != null) {
            errand(m, orders).send(new WithdrawArrival(e.appointmentId(), e.visitId(), e.reason()));
        }
        end();
    }

    /** Whether the check-in goes on with the patient whom the EHR named, or did not name. */
    private boolean decide(PatientLookupAnswered e, Errand errand) {
        return switch (e.outcome()) {
            case FOUND -> identify(e.patientId(), errand);
            case DECEASED -> {
                refuse(DECEASED, DECEASED_SENTENCE, errand);
                yield false;
            }
            case UNAVAILABLE -> withoutTheEhr(errand);
            case NOT_FOUND, AMBIGUOUS, INVALID -> doubt(Doubt.of(e), errand);
        };
    }

    /** Goes on with the record that is here, and an open item; who is not known here is refused. */
    private boolean doubt(Doubt doubt, Errand errand) {
        if (identified) {
            raise(doubt.item(), doubt.detail(), errand);
        } else {
            refuse(doubt.rule(), doubt.sentence(), errand);
        }
        return identified;
    }

    private boolean withoutTheEhr(Errand errand) {
        if (identified) {
            raise(OpenItem.PATIENT_DATA_CACHED, "the EHR did not answer in time", errand);
            return true;
        }
        boolean named = identify(Places.registered(request, errand), errand);
        if (named) {
            raise(OpenItem.PATIENT_TYPED_IN, "the EHR did not answer in time", errand);
        }
        return named;
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
        } else if (e.outcome() == LookupOutcome.DECEASED && !hasPlace()) {
            refuse(DECEASED, DECEASED_SENTENCE, errand);
            return;
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
}
