package carequeue.command.eligibility;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityCommand.*;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.NextStep;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import carequeue.command.eligibility.Rounds.Due;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** One question to a payer about a patient's coverage for a day of service, and what it came to. */
@Aggregate
@Revision("1")
public class EligibilityCheck extends CheckMemory {

    protected EligibilityCheck() {}

    /** Answers the check's identifier. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    String handle(RequestEligibility c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (asked() == null) {
            ask(c, Why.FIRST, sites, now);
        } else if (state() == EligibilityState.REQUESTED) {
            join(c, sites, now);
        } else if (isGood(now.at())) {
            AnswerStands stands = new AnswerStands(
                    c.checkId(),
                    asked().verificationId(),
                    c.visitId() == null ? visitId() : c.visitId(),
                    c.appointmentId(),
                    c.siteId(),
                    c.patientId(),
                    c.coverage(),
                    c.further(),
                    c.serviceDate(),
                    c.policy(),
                    state(),
                    benefits(),
                    answeredAt(),
                    validUntil(),
                    now.at());
            happens(stands, sites, now);
        } else {
            ask(c, Why.STALE, sites, now);
        }
        return c.checkId();
    }

    private boolean isGood(Instant now) {
        return state().decided() && validUntil().isAfter(now);
    }

    private void join(RequestEligibility c, Sites sites, Moment now) {
        if (c.visitId() != null && !c.visitId().equals(visitId())) {
            happens(
                    new VisitJoined(
                            c.checkId(),
                            asked().verificationId(),
                            c.visitId(),
                            c.coverage().order(),
                            now.at()),
                    sites,
                    now);
        }
    }

    @CommandHandler
    void handle(RecordEligibility c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        EligibilityAnswer answer = c.answer();
        if (c.ask() < 1 || c.ask() > asked().ask()) {
            throw new Refused.AgainstRule("unknown-question", "This check never asked that question.");
        } else if (answer.outcome() == EligibilityState.REQUESTED) {
            throw new Refused.BadField("answer/outcome", "is no answer");
        }
        mustBePossible(answer.benefits());
        String vain = whyItChangesNothing(c);
        if (vain != null) {
            happens(
                    new AnswerNoted(
                            c.checkId(),
                            asked().verificationId(),
                            visitId(),
                            c.ask(),
                            answer.outcome(),
                            vain,
                            now.at()),
                    sites,
                    now);
            return;
        }
        Due due = rounds().after(answer, now.at());
        Instant validUntil = answer.outcome().decided() ? now.at().plus(policy().validFor()) : null;
        happens(
                new EligibilityAnswered(
                        c.checkId(),
                        asked().verificationId(),
                        visitId(),
                        asked().coverage().order(),
                        c.ask(),
                        answer,
                        due.step(),
                        due.at(),
                        validUntil,
                        now.at()),
                sites,
                now);
    }

    private String whyItChangesNothing(RecordEligibility c) {
        if (byPerson()) {
            return "decided";
        } else if (c.ask() < settledAsk()) {
            return "older";
        } else if (c.ask() == settledAsk()) {
            return "repeat";
        }
        // "Not now" is news only to the question that still waits.
        boolean waits = c.ask() == asked().ask() && state() == EligibilityState.REQUESTED;
        return c.answer().passing() && !waits ? "older" : null;
    }

    @CommandHandler
    void handle(ElapseEligibility c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        int ask = asked().ask();
        if (c.step().equals("answer-" + ask) && awaits(NextStep.AWAIT_ANSWER)) {
            // A payer that said it would answer by itself is not asked the same once more.
            Due due = state() == EligibilityState.REQUESTED ? rounds().later(now.at()) : new Due(NextStep.PERSON, null);
            EligibilityUnanswered unanswered = new EligibilityUnanswered(
                    c.checkId(),
                    asked().verificationId(),
                    visitId(),
                    asked().coverage().order(),
                    ask,
                    due.step(),
                    due.at(),
                    now.at());
            happens(unanswered, sites, now);
        } else if (c.step().equals("retry-" + ask) && awaits(NextStep.ASK_AGAIN)) {
            again(policy(), Why.RETRY, sites, now);
        }
    }

    @CommandHandler
    void handle(RecheckEligibility c, MetaData said, Clock clock, Sites sites) {
        if (state() == EligibilityState.REQUESTED) {
            throw new Refused.WrongState(state().toString(), "The payer is being asked already.");
        }
        again(c.policy(), Why.RECHECK, sites, Moment.of(said, clock));
    }

    @CommandHandler
    void handle(DecideEligibility c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (!now.is(policy().decidedBy().toArray(String[]::new))) {
            throw new Refused.NotAllowed("Only " + String.join(" or ", policy().decidedBy()) + " may decide this.");
        } else if (c.reason() == null || c.reason().isBlank()) {
            throw new Refused.BadField("reason", "is needed for a decision");
        }
        mustBePossible(c.benefits());
        EligibilityDecided decided = new EligibilityDecided(
                c.checkId(),
                asked().verificationId(),
                visitId(),
                asked().coverage().order(),
                c.active() ? EligibilityState.ACTIVE : EligibilityState.INACTIVE,
                c.benefits(),
                said.getOrDefault(Facts.ROLES, "").toString(),
                c.reason(),
                now.at().plus(policy().validFor()),
                now.at());
        happens(decided, sites, now);
    }

    private static void mustBePossible(Benefits benefits) {
        if (!benefits.impossible().isEmpty()) {
            throw new Refused.BadField(benefits.impossible().stream()
                    .map(name -> new Refused.BadField.Field(name, "is less than nothing"))
                    .toList());
        }
    }

    @CommandHandler
    void handle(HandOverEligibility c, MetaData said, Clock clock, Sites sites) {
        if (handedOver() || state() == EligibilityState.REQUESTED || state().decided()) {
            return;
        }
        Moment now = Moment.of(said, clock);
        EligibilityHandedOver over = new EligibilityHandedOver(
                c.checkId(),
                asked().verificationId(),
                visitId(),
                asked().coverage().order(),
                state(),
                now.at());
        happens(over, sites, now);
    }
}
