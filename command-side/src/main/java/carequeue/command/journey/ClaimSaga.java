package carequeue.command.journey;

import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.NoteCoverage;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import carequeue.api.patient.PatientEvent.CoverageRecorded;
import carequeue.api.site.Sites;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/**
 * From a drafted claim to the payer's money, its denial or the worklist: every word of the payer is waited for with a deadline, after which its
 * status is asked for again and then a person told. What a payer leaves over goes to the next one.
 */
@Saga
@ProcessingGroup("saga.claim")
public class ClaimSaga extends ClaimCourse {

    static final String FILING_WARNING = "filing-warning";
    static final String FILING_LIMIT = "filing-limit";

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimDrafted e, Deadlines deadlines) {
        knows(e, e.patientId(), e.coverage().coverageId());
        drafted = true;
        deadlines.schedule(Waiting.CLAIM, claimId, FILING_WARNING, e.warnAt());
        deadlines.schedule(Waiting.CLAIM, claimId, FILING_LIMIT, e.fileBy());
    }

    /** What is typed after its process has ended may still lack what the patient's record says by now. */
    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimTyped e, EventMessage<?> m, Orders orders) {
        knows(e);
        if (e.missing().stream().anyMatch(pointer -> pointer.startsWith("/coverage"))) {
            refresh(errand(e, m, orders));
        }
        endWhenDone();
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimSubmitted e, Deadlines deadlines) {
        knows(e, e.patientId(), e.coverage().coverageId());
        drafted = false;
        waits(e.waitNumber(), e.answerBy(), deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimForwarded e, Deadlines deadlines) {
        knows(e, e.patientId(), e.coverage().coverageId());
        drafted = false;
        waits(e.waitNumber(), e.answerBy(), deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimStatusRequested e, Deadlines deadlines) {
        knows(e);
        waits(e.waitNumber(), e.answerBy(), deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimAccepted e, Deadlines deadlines) {
        knows(e);
        waits(e.waitNumber(), e.answerBy(), deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimRejected e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        knows(e);
        waits(e.waitNumber(), e.answerBy(), deadlines);
        refresh(errand(e, m, orders));
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimUnsent e, Deadlines deadlines) {
        knows(e);
        waits(e.waitNumber(), e.answerBy(), deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimCorrected e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        knows(e);
        waits(e.waitNumber(), e.answerBy(), deadlines);
        refresh(errand(e, m, orders));
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimAdjudicated e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        knows(e);
        drafted = false;
        waits(e.waitNumber(), e.answerBy(), deadlines);
        if (e.adjudication().decision() == Decision.PROCESSED && !e.last()) {
            next(e.adjudication(), sites, errand(e, m, orders));
        }
        endWhenDone();
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimReversed e, Deadlines deadlines) {
        knows(e);
        waits(e.waitNumber(), e.answerBy(), deadlines);
        endWhenDone();
    }

    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimPaid e, Deadlines deadlines) {
        isOver(deadlines);
    }

    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimDenied e, Deadlines deadlines) {
        isOver(deadlines);
    }

    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimVoided e, Deadlines deadlines) {
        isOver(deadlines);
    }

    @SagaEventHandler(associationProperty = CLAIM)
    void on(VoidRefused e, Deadlines deadlines) {
        isOver(deadlines);
    }

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimClosed e, EventMessage<?> m, Orders orders, Deadlines deadlines, Sites sites) {
        knows(e);
        if (!e.last()) {
            next(null, sites, errand(e, m, orders));
        }
        isOver(deadlines);
    }

    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimHandedOver e, Deadlines deadlines) {
        if (e.why().endsWait()) {
            over(deadlines);
        }
        if (e.why() == Worry.FILING_LIMIT_PASSED) {
            drafted = false;
        }
        endWhenDone();
    }

    /** The payer or the subscriber is known better. */
    @SagaEventHandler(associationProperty = PATIENT)
    void on(CoverageRecorded e, EventMessage<?> m, Orders orders) {
        if (e.coverage().coverageId().equals(coverageId)) {
            Errand.of(orders, "claim", claimId, m)
                    .send(new NoteCoverage(claimId, e.coverage().ref()), claimId);
        }
    }

    private void isOver(Deadlines deadlines) {
        over(deadlines);
        drafted = false;
        endWhenDone();
    }
}
