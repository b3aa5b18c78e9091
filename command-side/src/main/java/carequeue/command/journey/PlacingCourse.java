package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.appointment.AppointmentCommand.CheckInAppointment;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.site.Policies;
import carequeue.api.site.Sites;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitCommand.NoteStep;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.command.journey.Orders.Answer;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;

/** How a check-in goes on once the patient is known: the payer is asked, the patient gets the place, and is asked for what is owed. */
abstract class PlacingCourse extends CheckInCourse {

    /** Whether the patient came before the time at which they may be placed. */
    private boolean early;
    /** What is asked for with the place, while everything but the time is there. */
    private Owed ready;

    private boolean joined;
    private boolean placed;
    private String queueId;
    private String entryId;
    private final Insurance insurance = new Insurance();
    /** Whether nothing about who pays is waited for here any more. */
    private boolean paidFor;

    /** Whether the patient was found, or it goes on without that. */
    boolean wentOn() {
        return insurance.begun();
    }

    void notBefore() {
        early = true;
    }

    void windowOpens(Errand errand, Sites sites) {
        early = false;
        if (ready != null) {
            join(ready, errand, sites);
        }
    }

    boolean hasPlace() {
        return joined;
    }

    /** The patient is known: who is covered waits for the payer a moment, anybody else joins at once. */
    void goOn(Instant now, Errand errand, Deadlines deadlines, Sites sites) {
        Policies policies = sites.get(request.siteId()).policies();
        if (insurance.begin(Bill.of(request, patientId), policies.eligibility(), errand)) {
            deadlines.schedule(
                    request.visitId(),
                    Insurance.STEP,
                    now.plus(policies.patience().machine()));
            return;
        }
        Owed price = Owed.selfPay(request.serviceId(), policies.payment());
        if (price.amount() != null) {
            errand.send(
                    new NoteStep(request.visitId(), CheckInPart.ELIGIBILITY, StepState.SKIPPED, "self-pay"),
                    "self-pay");
        }
        paidFor = true;
        join(price, errand, sites);
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(
            EligibilityEvent e,
            EventMessage<?> m,
            Orders orders,
            Deadlines deadlines,
            Sites sites,
            Connected connected) {
        if (!insurance.isAbout(e.checkId())) {
            return;
        }
        Errand errand = errand(m, orders);
        PayerWord word = PayerWord.of(e);
        if (joined) {
            later(e, word, errand, sites);
        } else if (word.known()) {
            if (ready != null) {
                insurance.close(errand);
            }
            deadlines.cancel(request.visitId(), Insurance.STEP);
            insurance.known(word, errand);
            paidFor = true;
            join(Owed.by(word, e.checkId(), payment(sites)), errand, sites);
        } else if (word.meaning() == PayerWord.Meaning.ASKED && !connected.payer()) {
            withoutThePayer("not connected", deadlines, errand, sites);
        } else if (word.state() != null) {
            withoutThePayer(word.state().toString(), deadlines, errand, sites);
        }
    }

    /** Goes on without the payer's word, with an open item; harmless when the patient has the place already. */
    void withoutThePayer(String why, Deadlines deadlines, Errand errand, Sites sites) {
        if (!joined && ready == null && insurance.begun()) {
            deadlines.cancel(request.visitId(), Insurance.STEP);
            insurance.unknown(why, errand);
            Owed guess = Owed.guess(payment(sites));
            paidFor = guess.step() == StepState.SKIPPED;
            join(guess, errand, sites);
        }
    }

    /** The payer's word comes to a patient who has the place. */
    private void later(EligibilityEvent e, PayerWord word, Errand errand, Sites sites) {
        if (word.known() && !(insurance.asked() && e instanceof EligibilityEvent.AnswerStands)) {
            insurance.close(errand);
            if (!paidFor && insurance.asked()) {
                insurance.again(errand);
            } else if (!paidFor) {
                ask(Owed.by(word, e.checkId(), payment(sites)), errand, sites);
            }
            paidFor = true;
        } else if (word.meaning() == PayerWord.Meaning.HANDED_OVER && !paidFor && !insurance.asked()) {
            insurance.explain(Owed.unsaid(), errand);
            paidFor = true;
        }
        endWhenDone();
    }

    /** From here on the payment's own process follows the payer's word. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(PaymentRequested e) {
        paidFor = paidFor || insurance.isPayment(e.paymentId());
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e) {
        paidFor = true;
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitPlaced e, EventMessage<?> m, Orders orders) {
        if (!placed && request.appointmentId() != null) {
            errand(m, orders).send(new CheckInAppointment(request.appointmentId(), e.visitId()));
        }
        placed = true;
        queueId = e.queueId();
        entryId = e.entryId();
        endWhenDone();
    }

    private void join(Owed owed, Errand errand, Sites sites) {
        ready = owed;
        if (early) {
            return;
        }
        JoinQueue place = Places.first(request, patientId, errand, sites);
        insurance.explain(owed, errand);
        Answer taken = errand.send(place);
        joined = taken.done();
        queueId = place.queueId();
        entryId = place.entryId();
        if (joined) {
            insurance.ask(owed, payment(sites), queueId, entryId, errand);
        } else {
            refuse(Errand.rule(taken.refused()), taken.refused().getMessage(), errand);
        }
    }

    private void ask(Owed owed, Errand errand, Sites sites) {
        insurance.explain(owed, errand);
        insurance.ask(owed, payment(sites), queueId, entryId, errand);
    }

    void endWhenDone() {
        if (placed && settled && paidFor) {
            end();
        }
    }

    private PaymentPolicy payment(Sites sites) {
        return sites.get(request.siteId()).policies().payment();
    }
}
