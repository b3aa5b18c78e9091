package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.payment.AfterFailure;
import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.AttemptEvent.*;
import carequeue.api.payment.OwedEvent.PaymentPatienceEnded;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentTerms;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.command.journey.AttemptWaits.Step;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** What the process of a payment remembers, and how it follows one attempt after another, none without a deadline. */
abstract class AttemptCourse {

    static final String NAME = "co-pay";
    static final String PAYMENT = "paymentId";

    String paymentId;
    String visitId;
    PaymentTerms terms;
    final Hold hold = new Hold();
    /** The attempt that is not resolved, or null. */
    String open;

    int retries;
    boolean took;
    boolean postponed;
    boolean voiding;
    boolean settled;
    /** Whether the visit is over. */
    boolean over;
    /** Whether it ended without a service. */
    boolean left;
    /** Whether the amount is not yet the payer's word. */
    boolean guessed;

    /** A payment that was left alone for long is followed again from here. */
    @StartSaga
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptStarted e, Deadlines deadlines) {
        if (terms == null) {
            begin(e.paymentId(), e.visitId(), e.terms());
            AttemptWaits.untilEnd(paymentId, 1, e.at(), deadlines);
        }
        open = e.attemptId();
        AttemptWaits.forAnswer(paymentId, open, e.method(), terms, e.at(), deadlines);
    }

    void begin(String payment, String visit, PaymentTerms by) {
        paymentId = payment;
        visitId = visit;
        terms = by;
        if (visit != null) {
            associateWith("visitId", visit);
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(ActionRequired e, Deadlines deadlines) {
        AttemptWaits.over(paymentId, e.attemptId(), deadlines);
        AttemptWaits.forPerson(paymentId, e.attemptId(), e.method(), terms, e.at(), deadlines);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptProcessing e, Deadlines deadlines) {
        unresolved(e, deadlines);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptUnclear e, Deadlines deadlines) {
        unresolved(e, deadlines);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CaptureRequested e, Deadlines deadlines) {
        unresolved(e, deadlines);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CancelRequested e, Deadlines deadlines) {
        unresolved(e, deadlines);
    }

    private void unresolved(AttemptEvent e, Deadlines deadlines) {
        open = e.attemptId();
        AttemptWaits.over(paymentId, open, deadlines);
        AttemptWaits.untilCheck(paymentId, open, 1, e.at(), deadlines);
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentPatienceEnded e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        Step step = Step.of(e.step());
        if (step.kind().equals(AttemptWaits.END)) {
            if (open == null) {
                end();
            } else {
                AttemptWaits.untilEnd(paymentId, step.times() + 1, e.at(), deadlines);
            }
        } else if (step.attemptId().equals(open) && step.kind().equals(AttemptWaits.PERSON)) {
            errand(m, orders).send(new CancelAttempt(paymentId, open, "nobody acted in time"));
        } else if (step.attemptId().equals(open)) {
            errand(m, orders).send(new CheckAttempt(paymentId, open));
            AttemptWaits.untilCheck(paymentId, open, step.times() + 1, e.at(), deadlines);
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptAuthorised e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        resolved(e, deadlines);
        if (e.manual() && visitId != null) {
            errand(m, orders).send(new CapturePayment(paymentId, null));
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptFailed e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        resolved(e, deadlines);
        Errand errand = errand(m, orders);
        boolean again = e.failure().mayRepeat() && retries < terms.retries() && !voiding && !postponed;
        if (again) {
            retries++;
        }
        if (!again || !errand.send(new RetryPayment(paymentId)).done()) {
            stuck(errand);
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(AttemptCancelled e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        resolved(e, deadlines);
        stuck(errand(m, orders));
    }

    private void stuck(Errand errand) {
        if (voiding || postponed || settled) {
            return;
        }
        if (terms.afterFailure() == AfterFailure.PAY_LATER) {
            errand.send(new PostponePayment(paymentId, "the payment failed"));
        } else if (errand.send(new HoldPayment(paymentId)).done() && visitId != null) {
            hold.hold(errand);
        }
    }

    /** The attempt is resolved; the next wait, if any, is another's. */
    void resolved(AttemptEvent e, Deadlines deadlines) {
        if (e.attemptId().equals(open)) {
            open = null;
        }
        AttemptWaits.over(paymentId, e.attemptId(), deadlines);
    }

    void settle(String how, EventMessage<?> m, Orders orders) {
        Errand errand = errand(m, orders);
        settled = true;
        hold.release(errand);
        if (visitId != null) {
            errand.send(new CloseItem(visitId, OpenItem.CO_PAY_UNPAID, how));
        }
        endWhenDone();
    }

    void raise(String detail, Errand errand) {
        if (visitId != null) {
            errand.send(new RaiseItem(visitId, OpenItem.CO_PAY_UNPAID, detail));
        }
    }

    /** Takes the payment back, or proposes to give back what was taken. */
    void takeBack(String why, Errand errand) {
        boolean voided = !took
                && errand.send(new VoidPayment(paymentId, why, null), "void " + paymentId)
                        .done();
        if (!voided) {
            errand.send(new ProposeRefund(paymentId, null, why), "propose " + paymentId);
        }
    }

    void endWhenDone() {
        if (settled && open == null && !guessed && (over || visitId == null)) {
            end();
        }
    }

    Errand errand(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, visitId, m);
    }
}
