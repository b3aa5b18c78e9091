package carequeue.command.conflict;

import static carequeue.api.conflict.ConflictState.OPEN;
import static carequeue.api.conflict.ConflictState.RESOLVED;

import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictCommand.ResolveConflict;
import carequeue.api.conflict.ConflictState;
import carequeue.command.StateMachine;

/** Which orders a conflict takes in which state. */
public final class ConflictSteps {

    /** The table; another word of the outside system is taken in both states. */
    public static final StateMachine<ConflictState> MACHINE = StateMachine.of("conflict", ConflictState.class)
            .takes(RaiseConflict.class, "be raised", OPEN, RESOLVED)
            .takes(ResolveConflict.class, "be resolved", OPEN)
            .takes(EndConflict.class, "be ended", OPEN, RESOLVED);

    private ConflictSteps() {}
}
