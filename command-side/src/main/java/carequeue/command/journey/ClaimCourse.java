package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.claim.Adjudication;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.AskClaim;
import carequeue.api.claim.ClaimCommand.ClaimKnown;
import carequeue.api.claim.ClaimCommand.DraftClaim;
import carequeue.api.claim.ClaimCommand.NoteCoverage;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.Prior;
import carequeue.api.patient.CoverageRef;
import carequeue.api.patient.Covered;
import carequeue.api.patient.PatientCommand.AskCoverages;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** What the process of a claim remembers, and the steps that it takes on several occasions. */
abstract class ClaimCourse {

    static final String CLAIM = "claimId";
    static final String PATIENT = "patientId";

    private static final String NAME = "claim";

    String claimId;
    String coverageId;
    /** Whether it still has to go out for the first time. */
    boolean drafted;
    /** The number of the wait that runs, 0 for none. */
    private int wait;

    void knows(ClaimEvent e) {
        claimId = e.claimId();
    }

    void knows(ClaimEvent e, String patientId, String coverage) {
        claimId = e.claimId();
        coverageId = coverage;
        associateWith(PATIENT, patientId);
    }

    void waits(int number, Instant until, Deadlines deadlines) {
        if (until != null) {
            over(deadlines);
            wait = number;
            deadlines.schedule(Waiting.CLAIM, claimId, "answer-" + number, until);
        }
    }

    void over(Deadlines deadlines) {
        if (wait != 0) {
            deadlines.cancel(Waiting.CLAIM, claimId, "answer-" + wait);
            wait = 0;
        }
    }

    void endWhenDone() {
        if (wait == 0 && !drafted) {
            end();
        }
    }

    /** Looks whether the coverage is known better by now. */
    void refresh(Errand errand) {
        if (!(errand.send(new AskClaim(claimId)).value() instanceof ClaimKnown claim)) {
            return;
        }
        coverageId = claim.coverage().coverageId();
        associateWith(PATIENT, claim.patientId());
        if (errand.send(new AskCoverages(claim.patientId(), claim.serviceDate()))
                        .value()
                instanceof Covered covered) {
            covered.coverages().stream()
                    .filter(known -> known.coverageId().equals(coverageId))
                    .forEach(known -> errand.send(new NoteCoverage(claimId, known), claimId));
        }
    }

    /** Bills the next payer, with what this one decided; a draft that is there hears the newest word. */
    void next(Adjudication decision, Sites sites, Errand errand) {
        if (!(errand.send(new AskClaim(claimId)).value() instanceof ClaimKnown claim)
                || claim.further().isEmpty()) {
            return;
        }
        CoverageRef next = claim.further().get(0);
        Adjudication word = decision == null ? claim.adjudication() : decision;
        errand.send(new DraftClaim(
                ClaimCommand.id(claim.visitId(), next.coverageId()),
                claim.siteId(),
                claim.patientId(),
                claim.visitId(),
                claim.serviceDate(),
                next,
                List.copyOf(claim.further().subList(1, claim.further().size())),
                new Prior(claimId, claim.coverage().payerId(), word),
                claim.content(),
                sites.get(claim.siteId()).policies().claims()));
    }

    Errand errand(ClaimEvent e, EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, e.visitId(), m);
    }
}
