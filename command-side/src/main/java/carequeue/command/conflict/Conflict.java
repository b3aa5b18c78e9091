package carequeue.command.conflict;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.PhiSubject;
import carequeue.api.Refused;
import carequeue.api.conflict.ConflictCommand;
import carequeue.api.conflict.ConflictCommand.EndConflict;
import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictCommand.ResolveConflict;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.conflict.ConflictEvent.ConflictChanged;
import carequeue.api.conflict.ConflictEvent.ConflictRaised;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictState;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** What two systems know differently of one field, and whose value holds. */
@Aggregate
@Revision("1")
public class Conflict {

    @AggregateIdentifier
    private String conflictId;

    @PhiSubject
    private String patientId;

    private ConflictRaised raised;
    private Said theirs;
    private ConflictState state;

    protected Conflict() {}

    @CommandHandlerInterceptor
    void onlyOfTheirSites(ConflictCommand c, MetaData said) {
        if (raised != null && !Moment.mayEnter(said, raised.siteId())) {
            throw new Refused.NotFound("conflict", c.conflictId());
        }
    }

    /** Answers the conflict's identifier. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(RaiseConflict c, MetaData said, Clock clock, Sites sites) {
        if (raised != null && sameValue(c.theirs(), theirs)) {
            return c.conflictId();
        }
        Moment now = Moment.of(said, clock);
        if (state == ConflictState.OPEN) {
            happens(
                    new ConflictChanged(conflictId, patientId, c.ours(), c.theirs(), now.at()),
                    c.siteId(),
                    c.visitId(),
                    now,
                    sites);
        } else {
            happens(Rulings.raised(c, now.at()), c.siteId(), c.visitId(), now, sites);
        }
        if (c.winner() != null) {
            happens(Rulings.byRule(c, now.at()), c.siteId(), c.visitId(), now, sites);
        }
        return c.conflictId();
    }

    private static boolean sameValue(Said one, Said other) {
        return Objects.equals(one.value(), other.value());
    }

    @CommandHandler
    void handle(ResolveConflict c, MetaData said, Clock clock, Sites sites) {
        ConflictSteps.MACHINE.must(ResolveConflict.class, state, "");
        mustBeWhole(c);
        if (c.side() == Side.OTHER) {
            Values.mustFit(raised.field(), c.value());
        }
        Phi<String> value = switch (c.side()) {
            case OURS -> raised.ours().value();
            case THEIRS -> theirs.value();
            case OTHER -> c.value();
        };
        String by = said.getOrDefault(Facts.ACTOR, "").toString();
        resolve(Rule.BY_A_PERSON, c.side(), value, by, c.reason(), said, clock, sites);
    }

    private static void mustBeWhole(ResolveConflict c) {
        if (c.side() == null) {
            throw new Refused.BadField("/side", "is ours, theirs or other");
        } else if (c.reason() == null || c.reason().isBlank()) {
            throw new Refused.BadField("/reason", "is needed for a decision");
        } else if ((c.side() == Side.OTHER) != (c.value() != null)) {
            throw new Refused.BadField("/value", "is said where it is neither ours nor theirs, and only then");
        }
    }

    @CommandHandler
    void handle(EndConflict c, MetaData said, Clock clock, Sites sites) {
        if (state == ConflictState.OPEN) {
            resolve(
                    Rule.LAST_WRITE_WINS,
                    Side.OURS,
                    raised.ours().value(),
                    raised.policy(),
                    c.reason(),
                    said,
                    clock,
                    sites);
        }
    }

    private void resolve(
            Rule how, Side side, Phi<String> value, String by, String reason, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        ConflictResolved resolved = new ConflictResolved(
                conflictId,
                raised.siteId(),
                raised.subject(),
                raised.subjectId(),
                patientId,
                raised.visitId(),
                raised.field(),
                theirs.system(),
                how,
                side,
                value,
                by,
                reason,
                now.at());
        happens(resolved, raised.siteId(), raised.visitId(), now, sites);
    }

    private static void happens(ConflictEvent event, String siteId, String visitId, Moment now, Sites sites) {
        if (!Moment.mayEnter(now.said(), siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        apply(event, MetaData.from(now.facts(siteId, sites.get(siteId).businessDay(now.at()), visitId)));
    }

    ConflictState state() {
        return state;
    }

    @EventSourcingHandler
    void on(ConflictRaised e) {
        conflictId = e.conflictId();
        patientId = e.patientId();
        raised = e;
        theirs = e.theirs();
        state = ConflictState.OPEN;
    }

    @EventSourcingHandler
    void on(ConflictChanged e) {
        raised = Rulings.with(raised, e.ours());
        theirs = e.theirs();
    }

    @EventSourcingHandler
    void on(ConflictResolved e) {
        state = ConflictState.RESOLVED;
    }
}
