package carequeue.command.claim;

import static carequeue.api.claim.ClaimState.*;

import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimState;
import carequeue.command.StateMachine;

/** Which orders a claim takes in which state. */
public final class ClaimSteps {

    /** The table; drafts, news of payers, questions and the end of a wait are taken in every state, and judged by what is known. */
    public static final StateMachine<ClaimState> MACHINE = StateMachine.of("claim", ClaimState.class)
            .takes(TypeClaim.class, "be typed", DRAFTED, CORRECTED)
            .takes(SubmitClaim.class, "be submitted", DRAFTED, CORRECTED, REJECTED)
            .takes(CorrectClaim.class, "be corrected", SUBMITTED, ACCEPTED, REJECTED, ADJUDICATED, PAID, DENIED, CLOSED)
            .takes(
                    VoidClaim.class,
                    "be voided",
                    DRAFTED,
                    ACCEPTED,
                    REJECTED,
                    CORRECTED,
                    ADJUDICATED,
                    PAID,
                    DENIED,
                    CLOSED)
            .takes(CloseClaim.class, "be closed", DENIED)
            .takes(RequestStatus.class, "be asked about", SUBMITTED, ACCEPTED, ADJUDICATED, VOIDING);

    private ClaimSteps() {}
}
