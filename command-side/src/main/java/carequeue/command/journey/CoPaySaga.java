package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Money;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.*;
import carequeue.api.payment.PaymentCommand.CapturePayment;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.EntryReleased;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From an amount asked to an amount settled: every wait has an end, and a patient who cannot pay is held or goes on, as the site has it. */
@Saga
@ProcessingGroup("saga.co-pay")
public class CoPaySaga extends OwedCourse {

    @StartSaga
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentRequested e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        asked = e;
        owes(e.amount());
        guessed = e.basis() != null
                && e.basis().source() == Basis.Source.SITE_DEFAULT
                && e.basis().eligibilityCheckId() == null;
        begin(e.paymentId(), e.visitId(), e.terms());
        raise("asked: " + inWords(e.amount()), errand(m, orders));
        if (e.appointmentId() != null) {
            associateWith("appointmentId", e.appointmentId());
        }
        if (e.entryId() != null) {
            associateWith("entryId", e.entryId());
            hold.place(e.queueId(), e.entryId(), errand(m, orders));
        }
        AttemptWaits.untilEnd(paymentId, 1, e.at(), deadlines);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentHeld e, EventMessage<?> m, Orders orders) {
        postponed = false;
        hold.hold(errand(m, orders));
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentPostponed e, EventMessage<?> m, Orders orders) {
        postponed = true;
        hold.release(errand(m, orders));
        raise(e.reason(), errand(m, orders));
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptCaptured e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        resolved(e, deadlines);
        paid(e.rest(), m, orders);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CashTaken e, EventMessage<?> m, Orders orders) {
        paid(e.rest(), m, orders);
    }

    private void paid(Money rest, EventMessage<?> m, Orders orders) {
        took = true;
        if (left) {
            errand(m, orders).send(new ProposeRefund(paymentId, null, "the visit ended without a service"));
        }
        if (rest.amount() == 0) {
            settle("paid", m, orders);
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AmountRevised e, EventMessage<?> m, Orders orders) {
        owes(e.amount());
        if (e.rest().amount() == 0) {
            settle("nothing is left to pay", m, orders);
        } else {
            raise("asked: " + inWords(e.amount()), errand(m, orders));
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentWaived e, EventMessage<?> m, Orders orders) {
        if (e.rest().amount() == 0) {
            settle("waived", m, orders);
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentWrittenOff e, EventMessage<?> m, Orders orders) {
        settle("written off", m, orders);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(VoidRequested e) {
        voiding = true;
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentVoided e, EventMessage<?> m, Orders orders) {
        settle("voided", m, orders);
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EntryJoined e, EventMessage<?> m, Orders orders) {
        associateWith("entryId", e.entryId());
        hold.place(e.queueId(), e.entryId(), errand(m, orders));
    }

    @SagaEventHandler(associationProperty = "entryId")
    void on(EntryReleased e) {
        hold.letGo();
    }

    @SagaEventHandler(associationProperty = "appointmentId")
    void on(AppointmentArrived e, EventMessage<?> m, Orders orders) {
        if (visitId == null) {
            visitId = e.visitId();
            associateWith("visitId", visitId);
            errand(m, orders).send(new CapturePayment(paymentId, null));
        }
    }

    @SagaEventHandler(associationProperty = "appointmentId")
    void on(AppointmentCancelled e, EventMessage<?> m, Orders orders) {
        takeBack("the appointment was cancelled", errand(m, orders));
    }

    @SagaEventHandler(associationProperty = "appointmentId")
    void on(AppointmentEnteredInError e, EventMessage<?> m, Orders orders) {
        takeBack("the appointment was entered in error", errand(m, orders));
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e, EventMessage<?> m, Orders orders) {
        over = true;
        left = true;
        takeBack("the patient left without being seen", errand(m, orders));
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(CheckInRefused e, EventMessage<?> m, Orders orders) {
        over = true;
        left = true;
        takeBack("the check-in could not go on", errand(m, orders));
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e, EventMessage<?> m, Orders orders) {
        over = true;
        left = true;
        takeBack("the check-in was taken back", errand(m, orders));
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitFinished e) {
        over = true;
        endWhenDone();
    }
}
