package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent.MoreOwed;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.ReviseAmount;
import carequeue.api.payment.PaymentPurpose;
import carequeue.command.journey.Orders.Answer;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;

/** How the process of a payment follows what is owed: by the payer's word, whenever that comes. */
abstract class OwedCourse extends AttemptCourse {

    /** As it was asked; null where the payment was left alone for long. */
    PaymentRequested asked;

    /** More is owed than was paid: the difference is asked for on its own. */
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(MoreOwed e, EventMessage<?> m, Orders orders) {
        if (asked == null) {
            raise(
                    "a further amount is owed: " + e.difference().amount() + " "
                            + e.difference().currency(),
                    errand(m, orders));
            return;
        }
        errand(m, orders)
                .send(new RequestPayment(
                        Ids.derived("payment", paymentId, m.getIdentifier()),
                        asked.siteId(),
                        asked.businessDay(),
                        visitId,
                        null,
                        asked.patientId(),
                        asked.purpose(),
                        e.difference(),
                        List.of(),
                        e.basis(),
                        terms,
                        hold.queueId(),
                        hold.entryId()));
    }

    /** The payer's word, also when it is late: another amount than was asked is never passed over. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(EligibilityAnswered e, EventMessage<?> m, Orders orders) {
        if (e.order() == CoverageOrder.PRIMARY && e.answer().outcome().decided()) {
            believed(e.answer().outcome(), e.answer().benefits().coPay(), e.checkId(), errand(m, orders));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EligibilityDecided e, EventMessage<?> m, Orders orders) {
        if (e.order() == CoverageOrder.PRIMARY && e.state().decided()) {
            believed(e.state(), e.benefits() == null ? null : e.benefits().coPay(), e.checkId(), errand(m, orders));
        }
    }

    private void believed(EligibilityState state, Money coPay, String checkId, Errand errand) {
        if (asked == null || asked.purpose() != PaymentPurpose.CO_PAY) {
            return;
        }
        guessed = false;
        if (state == EligibilityState.INACTIVE) {
            raise("the insurance is not active: what is owed has to be looked at", errand);
        } else if (coPay != null && coPay.amount() == 0) {
            takeBack("the payer says that nothing is owed", errand);
        } else if (coPay != null) {
            Basis basis = new Basis(
                    Basis.Source.ELIGIBILITY_ANSWER,
                    checkId,
                    asked.basis().policy(),
                    asked.basis().policyVersion(),
                    List.of(new Basis.Line("co-pay", coPay.amount())));
            Answer revised =
                    errand.send(new ReviseAmount(paymentId, coPay, basis, "the payer answered"), "revise " + paymentId);
            if (!revised.done()) {
                raise("the payer says that the co-pay is " + coPay.amount() + " " + coPay.currency(), errand);
            }
        }
        endWhenDone();
    }
}
