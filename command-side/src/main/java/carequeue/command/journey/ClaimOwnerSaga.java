package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;

import carequeue.api.claim.BillingEvent.ClaimClosed;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.BillingEvent.ClaimVoided;
import carequeue.api.claim.ClaimCommand.AssignClaim;
import carequeue.api.claim.PayerEvent.ClaimPaid;
import carequeue.api.patient.MergeEvent.CameApart;
import carequeue.api.patient.MergeEvent.WentInto;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** A claim is the patient's into whose record theirs is merged, and their own again when the records are taken apart, until it is settled. */
@Saga
@ProcessingGroup("saga.claim-owner")
public class ClaimOwnerSaga {

    private static final String NAME = "claim-owner";
    private static final String CLAIM = "claimId";

    private String claimId;
    private String visitId;
    /** The merge by which the claim went over, or null. */
    private String mergeId;

    @StartSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimDrafted e, EventMessage<?> m, Orders orders, MergedRecords records) {
        claimId = e.claimId();
        visitId = e.visitId();
        associateWith("patientId", e.patientId());
        String current = records.current(e.patientId());
        if (!current.equals(e.patientId())) {
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
        // Drafted on a merged record, it is the patient's into whom that one went, but their own once they are two.
        if (mergeId == null || e.mergeId().equals(mergeId)) {
            mergeId = null;
            assign(e.patientId(), "the record stands alone again", m, orders);
        }
    }

    private void assign(String patient, String reason, EventMessage<?> m, Orders orders) {
        Errand.of(orders, NAME, visitId, m).send(new AssignClaim(claimId, patient, reason));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimPaid e) {
        // What is paid stays where it was decided.
    }

    @EndSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimClosed e) {
        // Nothing is billed any more.
    }

    @EndSaga
    @SagaEventHandler(associationProperty = CLAIM)
    void on(ClaimVoided e) {
        // Nothing is billed any more.
    }
}
