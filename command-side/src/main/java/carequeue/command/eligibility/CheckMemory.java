package carequeue.command.eligibility;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityCommand;
import carequeue.api.eligibility.EligibilityCommand.RequestEligibility;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.*;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.NextStep;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;

/** What an eligibility check remembers, and how its events change it. */
abstract class CheckMemory {

    @AggregateIdentifier
    private String checkId;

    private EligibilityRequested asked;
    private String visitId;
    private EligibilityState state;
    private NextStep next;
    private Benefits benefits;
    private Instant answeredAt;
    private Instant validUntil;
    /** The last question that brought more than "not now". */
    private int settledAsk;

    private boolean byPerson;
    private boolean handedOver;
    private Rounds rounds;

    @CommandHandlerInterceptor
    void onlyOfTheirSites(EligibilityCommand c, MetaData said) {
        if (asked != null && !Moment.mayEnter(said, asked.siteId())) {
            throw new Refused.NotFound("eligibility check", c.checkId());
        }
    }

    /** The last question, or null before the first. */
    EligibilityRequested asked() {
        return asked;
    }

    String visitId() {
        return visitId;
    }

    EligibilityState state() {
        return state;
    }

    boolean awaits(NextStep step) {
        return next == step;
    }

    Benefits benefits() {
        return benefits;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Instant validUntil() {
        return validUntil;
    }

    int settledAsk() {
        return settledAsk;
    }

    boolean byPerson() {
        return byPerson;
    }

    boolean handedOver() {
        return handedOver;
    }

    Rounds rounds() {
        return rounds;
    }

    EligibilityPolicy policy() {
        return asked.policy();
    }

    /** Asks the payer, as it was ordered. */
    void ask(RequestEligibility c, Why why, Sites sites, Moment now) {
        happens(
                new EligibilityRequested(
                        c.checkId(),
                        Ids.derived(
                                "verification",
                                c.siteId(),
                                c.patientId(),
                                c.serviceDate().toString()),
                        c.visitId() == null ? visitId : c.visitId(),
                        c.appointmentId(),
                        c.siteId(),
                        c.patientId(),
                        c.coverage(),
                        c.further(),
                        c.serviceDate(),
                        asked == null ? 1 : asked.ask() + 1,
                        why,
                        c.policy(),
                        now.at().plus(c.policy().answerWithin()),
                        now.at()),
                sites,
                now);
    }

    /** Asks the payer the same once more. */
    void again(EligibilityPolicy policy, Why why, Sites sites, Moment now) {
        RequestEligibility same = new RequestEligibility(
                checkId,
                visitId,
                asked.appointmentId(),
                asked.siteId(),
                asked.patientId(),
                asked.coverage(),
                List.of(),
                asked.serviceDate(),
                policy);
        ask(same, why, sites, now);
    }

    void happens(EligibilityEvent event, Sites sites, Moment now) {
        String siteId = event instanceof EligibilityRequested first ? first.siteId() : asked.siteId();
        Site site = sites.get(siteId);
        if (!Moment.mayEnter(now.said(), siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        apply(event, MetaData.from(now.facts(siteId, site.businessDay(now.at()), event.visitId())));
    }

    @EventSourcingHandler
    void on(EligibilityRequested e) {
        boolean goesOn = e.why() == Why.RETRY;
        rounds = new Rounds(e.policy(), goesOn ? rounds.since() : e.at(), goesOn ? rounds.vain() : 0);
        checkId = e.checkId();
        asked = e;
        visitId = e.visitId();
        state = EligibilityState.REQUESTED;
        next = NextStep.AWAIT_ANSWER;
        byPerson = false;
        handedOver = false;
    }

    @EventSourcingHandler
    void on(EligibilityAnswered e) {
        state = e.answer().outcome();
        next = e.next();
        benefits = e.answer().benefits();
        answeredAt = e.at();
        validUntil = e.validUntil();
        if (e.next() == NextStep.ASK_AGAIN) {
            rounds = rounds.inVain();
        }
        if (!e.answer().passing()) {
            settledAsk = e.ask();
        }
    }

    @EventSourcingHandler
    void on(EligibilityUnanswered e) {
        state = EligibilityState.PAYER_UNAVAILABLE;
        next = e.next();
        rounds = rounds.inVain();
    }

    @EventSourcingHandler
    void on(VisitJoined e) {
        visitId = e.visitId();
    }

    @EventSourcingHandler
    void on(AnswerStands e) {
        visitId = e.visitId();
    }

    @EventSourcingHandler
    void on(EligibilityDecided e) {
        state = e.state();
        next = NextStep.NOTHING;
        benefits = e.benefits();
        answeredAt = e.at();
        validUntil = e.validUntil();
        byPerson = true;
        handedOver = false;
    }

    @EventSourcingHandler
    void on(EligibilityHandedOver e) {
        next = NextStep.PERSON;
        handedOver = true;
    }
}
