package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.patient.OpenVisit;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitCommand.AskVisit;
import carequeue.api.visit.VisitCommand.VisitNow;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.command.journey.Orders.Answer;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** A coverage becomes known while the patient is here: the payer is asked, and the patient for what is owed by its word. */
@Saga
@ProcessingGroup("saga.coverage-found")
public class CoverageFoundSaga {

    private static final String NAME = "coverage-found";

    private String visitId;
    private String queueId;
    private String entryId;
    private final Insurance insurance = new Insurance();

    @StartSaga
    @SagaEventHandler(associationProperty = "patientId")
    void on(CoverageRecorded e, EventMessage<?> m, Orders orders, Sites sites, OpenVisits visits) {
        Optional<String> open =
                visits.of(e.patientId()).stream().map(OpenVisit::visitId).findFirst();
        if (open.isPresent()) {
            visitId = open.get();
            associateWith("visitId", visitId);
            begin(errand(m, orders), sites);
        } else if (visitId == null) {
            end();
        }
    }

    /** A check-in that is still under way asks by itself, unless it had asked already who is covered. */
    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitPlaced e, EventMessage<?> m, Orders orders, Sites sites) {
        if (!insurance.begun()) {
            begin(errand(m, orders), sites);
        }
        queueId = e.queueId();
        entryId = e.entryId();
    }

    private void begin(Errand errand, Sites sites) {
        if (!(errand.ask(new AskVisit(visitId)).value() instanceof VisitNow now) || now.queueId() == null) {
            return;
        }
        queueId = now.queueId();
        entryId = now.entryId();
        var policy = sites.get(now.siteId()).policies().eligibility();
        if (!insurance.begin(Bill.of(now), policy, errand)) {
            end();
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(EligibilityEvent e, EventMessage<?> m, Orders orders, Sites sites) {
        PayerWord word = PayerWord.of(e);
        boolean last = word.known() || word.meaning() == PayerWord.Meaning.HANDED_OVER;
        if (!insurance.isAbout(e.checkId()) || !last) {
            return;
        }
        Errand errand = errand(m, orders);
        PaymentPolicy policy = sites.get(insurance.bill().siteId()).policies().payment();
        Owed owed = word.known() ? Owed.by(word, e.checkId(), policy) : Owed.guess(policy);
        if (word.known()) {
            insurance.known(word, errand);
        }
        if (word.state() == EligibilityState.ACTIVE) {
            giveBackSelfPay(errand);
        }
        insurance.explain(owed, errand);
        insurance.ask(owed, policy, queueId, entryId, errand);
        end();
    }

    /** What was asked by the price list is not owed by somebody who is covered. */
    private void giveBackSelfPay(Errand errand) {
        String paymentId = insurance.bill().payment(PaymentPurpose.SELF_PAY);
        String why = "a coverage was found";
        Answer voided = errand.send(new VoidPayment(paymentId, why, null));
        if (!voided.done() && !(voided.refused() instanceof Refused.NotFound)) {
            errand.send(new ProposeRefund(paymentId, null, why));
        }
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(VisitLeft e) {
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(CheckInRefused e) {
        end();
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e) {
        end();
    }

    private Errand errand(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, visitId, m);
    }
}
