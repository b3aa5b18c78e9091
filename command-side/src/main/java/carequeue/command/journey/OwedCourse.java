package carequeue.command.journey;

import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.eligibility.EligibilityEvent.AnswerStands;
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
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.command.journey.Orders.Answer;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.saga.SagaEventHandler;

/** How the process of a payment follows what is owed: by the payer's word, whenever that comes. */
abstract class OwedCourse extends AttemptCourse {

    /** As it was asked; null where the payment was left alone for long. */
    PaymentRequested asked;
    /** What is owed by now, in minor units, by this payment and those that were asked for beside it. */
    private long owes;

    void owes(Money amount) {
        owes = amount.amount();
    }

    /** More is owed than was paid: the difference is asked for on its own. */
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(MoreOwed e, EventMessage<?> m, Orders orders) {
        if (asked == null) {
            raise("a further amount is owed: " + inWords(e.difference()), errand(m, orders));
            return;
        }
        owes += e.difference().amount();
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
        endWhenDone();
    }

    /** The payer's word, also when it is late: another amount than was asked is never passed over. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(EligibilityAnswered e, EventMessage<?> m, Orders orders) {
        if (e.order() == CoverageOrder.PRIMARY && e.answer().outcome().decided()) {
            believed(e.answer().outcome(), e.answer().benefits().coPay(), e.checkId(), errand(m, orders));
        }
    }

    /** The answer was there already, perhaps before the payment was. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(AnswerStands e, EventMessage<?> m, Orders orders) {
        if (e.coverage().order() == CoverageOrder.PRIMARY) {
            Money coPay = e.benefits() == null ? null : e.benefits().coPay();
            believed(e.state(), coPay, e.checkId(), errand(m, orders));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EligibilityDecided e, EventMessage<?> m, Orders orders) {
        if (e.order() == CoverageOrder.PRIMARY && e.state().decided()) {
            believed(e.state(), e.benefits() == null ? null : e.benefits().coPay(), e.checkId(), errand(m, orders));
        }
    }

    /** Another payment of the visit was settled, which closed what stands for both. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(ItemClosed e, @MetaDataValue(Facts.ACTOR) String by, EventMessage<?> m, Orders orders) {
        if (e.item() == OpenItem.CO_PAY_UNPAID && "system".equals(by) && asked != null && !settled) {
            raise("asked: " + inWords(new Money(owes, asked.amount().currency())), errand(m, orders));
        }
    }

    /** An amount as people write it, such as {@code 25.00 USD}. */
    static String inWords(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
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
            if (revised.done() && coPay.amount() != owes) {
                // What comes of it is still to be heard, also after the visit.
                return;
            } else if (!revised.done()) {
                raise("the payer says that the co-pay is " + inWords(coPay), errand);
            }
        }
        endWhenDone();
    }
}
