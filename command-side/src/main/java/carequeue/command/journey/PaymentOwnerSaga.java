package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Money;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentVoided;
import carequeue.api.payment.OwedEvent.PaymentWaived;
import carequeue.api.payment.OwedEvent.PaymentWrittenOff;
import carequeue.api.payment.PaymentCommand.AssignPayment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** What a patient owes goes with them when their record is merged into another, and comes back with them, until it is settled. */
@Saga
@ProcessingGroup("saga.payment-owner")
public class PaymentOwnerSaga {

    private static final String NAME = "payment-owner";
    private static final String PAYMENT = "paymentId";

    private String paymentId;
    private String visitId;
    private String patientId;
    /** The merge by which the payment went over, or null. */
    private String mergeId;

    @StartSaga
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentRequested e, EventMessage<?> m, Orders orders, MergedRecords records) {
        paymentId = e.paymentId();
        visitId = e.visitId();
        patientId = e.patientId();
        associateWith("patientId", patientId);
        String current = records.current(patientId);
        if (!current.equals(patientId)) {
            assign(current, "the record is merged", m, orders);
        }
    }

    @SagaEventHandler(associationProperty = "patientId")
    void on(WentInto e, EventMessage<?> m, Orders orders) {
        mergeId = e.mergeId();
        assign(e.into(), "the record was merged", m, orders);
    }

    @SagaEventHandler(associationProperty = "patientId")
    void on(CameApart e, EventMessage<?> m, Orders orders) {
        // Asked of a merged record, it is the patient's into whom that one went, but their own once they are two.
        if (mergeId == null || e.mergeId().equals(mergeId)) {
            mergeId = null;
            assign(e.patientId(), "the record stands alone again", m, orders);
        }
    }

    private void assign(String patient, String reason, EventMessage<?> m, Orders orders) {
        Errand.of(orders, NAME, visitId, m).send(new AssignPayment(paymentId, patient, reason));
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptCaptured e) {
        endWhen(e.rest());
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CashTaken e) {
        endWhen(e.rest());
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AmountRevised e) {
        endWhen(e.rest());
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentWaived e) {
        endWhen(e.rest());
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentWrittenOff e) {
        end();
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentVoided e) {
        end();
    }

    private static void endWhen(Money rest) {
        if (rest.amount() == 0) {
            end();
        }
    }
}
