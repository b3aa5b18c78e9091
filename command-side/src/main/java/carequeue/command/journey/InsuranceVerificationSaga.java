package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.HandOverEligibility;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.NextStep;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/**
 * From a question about a patient's insurance to an answer or the worklist: the primary payer first, then the secondary; a payer that is away is
 * asked again for hours. Nobody waits for it: what is not known is an open item of the visit.
 */
@Saga
@ProcessingGroup("saga.insurance-verification")
public class InsuranceVerificationSaga {

    private static final String NAME = "insurance-verification";
    private static final String VERIFICATION = "verificationId";

    private String visitId;
    /** How the last question was put, so that the next coverage is asked about in the same way; null before one is known. */
    private RequestEligibility asked;

    private final List<CoverageRef> further = new ArrayList<>();
    /** The checks that still wait for something by themselves. */
    private final Map<String, CoverageOrder> waiting = new TreeMap<>();

    @StartSaga
    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(EligibilityRequested e, Deadlines deadlines) {
        joins(e);
        begins(e.appointmentId(), e.siteId(), e.patientId(), e.coverage(), e.further(), e.serviceDate(), e.policy());
        waiting.put(e.checkId(), e.coverage().order());
        deadlines.schedule(Waiting.ELIGIBILITY, e.checkId(), "answer-" + e.ask(), e.answerBy());
    }

    @StartSaga
    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(EligibilityAnswered e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        deadlines.cancel(Waiting.ELIGIBILITY, e.checkId(), "answer-" + e.ask());
        goOn(e, e.order(), e.ask(), e.next(), e.nextAt(), m, orders, deadlines);
    }

    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(EligibilityUnanswered e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        goOn(e, e.order(), e.ask(), e.next(), e.nextAt(), m, orders, deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(AnswerStands e, EventMessage<?> m, Orders orders) {
        joins(e);
        begins(e.appointmentId(), e.siteId(), e.patientId(), e.coverage(), e.further(), e.serviceDate(), e.policy());
        known(e, e.coverage().order(), m, orders);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(EligibilityDecided e, EventMessage<?> m, Orders orders) {
        known(e, e.order(), m, orders);
    }

    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(VisitJoined e, EventMessage<?> m, Orders orders) {
        joins(e);
        Errand errand = Errand.of(orders, NAME, visitId, m);
        waiting.values().forEach(order -> raise(order, "the payer has not answered yet", errand));
    }

    @SagaEventHandler(associationProperty = VERIFICATION)
    void on(EligibilityHandedOver e, EventMessage<?> m, Orders orders) {
        joins(e);
        waiting.remove(e.checkId());
        askFurther(Errand.of(orders, NAME, visitId, m));
    }

    private void goOn(
            EligibilityEvent e,
            CoverageOrder order,
            int ask,
            NextStep next,
            Instant nextAt,
            EventMessage<?> m,
            Orders orders,
            Deadlines deadlines) {
        if (next == NextStep.NOTHING) {
            known(e, order, m, orders);
            return;
        }
        joins(e);
        Errand errand = Errand.of(orders, NAME, visitId, m);
        waiting.put(e.checkId(), order);
        raise(order, String.valueOf(PayerWord.of(e).state()), errand);
        switch (next) {
            case ASK_AGAIN -> deadlines.schedule(Waiting.ELIGIBILITY, e.checkId(), "retry-" + ask, nextAt);
            case AWAIT_ANSWER -> deadlines.schedule(Waiting.ELIGIBILITY, e.checkId(), "answer-" + ask, nextAt);
            default -> {
                waiting.remove(e.checkId());
                errand.send(new HandOverEligibility(e.checkId()));
            }
        }
        askFurther(errand);
    }

    private void known(EligibilityEvent e, CoverageOrder order, EventMessage<?> m, Orders orders) {
        joins(e);
        waiting.remove(e.checkId());
        Errand errand = Errand.of(orders, NAME, visitId, m);
        if (visitId != null) {
            errand.send(new CloseItem(visitId, item(order), "the insurance is verified"));
        }
        askFurther(errand);
    }

    /** Asks about the next coverage, or ends when nothing is waited for. */
    private void askFurther(Errand errand) {
        if (!further.isEmpty() && asked != null) {
            CoverageRef next = further.remove(0);
            List<CoverageRef> rest = List.copyOf(further);
            further.clear();
            String id =
                    EligibilityCommand.id(asked.siteId(), asked.patientId(), next.coverageId(), asked.serviceDate());
            RequestEligibility question = new RequestEligibility(
                    id,
                    visitId,
                    asked.appointmentId(),
                    asked.siteId(),
                    asked.patientId(),
                    next,
                    rest,
                    asked.serviceDate(),
                    asked.policy());
            if (errand.send(question).done()) {
                waiting.put(id, next.order());
            }
        }
        if (waiting.isEmpty()) {
            end();
        }
    }

    private void begins(
            String appointmentId,
            String siteId,
            String patientId,
            CoverageRef coverage,
            List<CoverageRef> rest,
            LocalDate serviceDate,
            EligibilityPolicy policy) {
        asked = new RequestEligibility(
                null, visitId, appointmentId, siteId, patientId, coverage, rest, serviceDate, policy);
        if (!rest.isEmpty()) {
            further.clear();
            further.addAll(rest);
        }
    }

    private void raise(CoverageOrder order, String why, Errand errand) {
        if (visitId != null) {
            errand.send(new RaiseItem(visitId, item(order), why), "raise-" + order);
        }
    }

    private void joins(EligibilityEvent e) {
        if (e.visitId() != null) {
            visitId = e.visitId();
        }
    }

    /** What stays to be done about a coverage of which nothing is known. */
    static OpenItem item(CoverageOrder order) {
        return order == CoverageOrder.PRIMARY ? OpenItem.INSURANCE_UNVERIFIED : OpenItem.SECONDARY_INSURANCE_UNVERIFIED;
    }
}
