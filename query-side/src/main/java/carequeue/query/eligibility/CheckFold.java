package carequeue.query.eligibility;

import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.AnswerStands;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityEvent.EligibilityHandedOver;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.EligibilityEvent.EligibilityUnanswered;
import carequeue.api.eligibility.EligibilityEvent.VisitJoined;
import carequeue.api.eligibility.EligibilityState;
import carequeue.query.eligibility.Check.Person;
import carequeue.query.eligibility.Check.Said;
import java.time.Instant;
import java.util.List;

/** The fold of an eligibility check. */
final class CheckFold {

    private CheckFold() {}

    /**
     * The check after an event.
     *
     * @param before null where nobody was asked yet
     * @param actor who did it
     */
    static Check on(Check before, EligibilityEvent event, String actor) {
        if (event instanceof EligibilityRequested e) {
            return asked(before, e);
        } else if (before == null) {
            return null;
        } else if (event instanceof EligibilityAnswered e) {
            Said said = new Said(e.answer().benefits(), e.answer().codes(), e.nextAt(), e.validUntil());
            return now(before, e.answer().outcome(), said, before.person(), e.at());
        } else if (event instanceof EligibilityUnanswered e) {
            Said said = new Said(before.said().benefits(), List.of(), e.nextAt(), null);
            return now(before, EligibilityState.PAYER_UNAVAILABLE, said, before.person(), e.at());
        } else if (event instanceof EligibilityDecided e) {
            Said said = new Said(e.benefits(), before.said().codes(), null, e.validUntil());
            return now(before, e.state(), said, new Person(false, actor, e.reason()), e.at());
        } else if (event instanceof EligibilityHandedOver e) {
            Person person = new Person(
                    true, before.person().decidedBy(), before.person().reason());
            return now(before, e.state(), before.said(), person, e.at());
        }
        return ofVisit(before, event);
    }

    private static Check ofVisit(Check before, EligibilityEvent event) {
        boolean joins = event instanceof VisitJoined || event instanceof AnswerStands;
        return joins && event.visitId() != null
                ? new Check(
                        before.about(),
                        event.visitId(),
                        before.state(),
                        before.asks(),
                        before.said(),
                        before.person(),
                        before.changedAt())
                : before;
    }

    private static Check asked(Check before, EligibilityRequested e) {
        Check.About about = new Check.About(
                e.checkId(),
                e.siteId(),
                e.appointmentId(),
                e.patientId(),
                e.coverage().coverageId(),
                e.coverage().order(),
                e.coverage().payerName(),
                e.serviceDate(),
                before == null ? e.at() : before.about().askedAt());
        Said said = before == null
                ? Said.NOTHING
                : new Said(
                        before.said().benefits(), List.of(), null, before.said().validUntil());
        return new Check(about, e.visitId(), EligibilityState.REQUESTED, e.ask(), said, Person.NOBODY, e.at());
    }

    private static Check now(Check before, EligibilityState state, Said said, Person person, Instant at) {
        return new Check(before.about(), before.visitId(), state, before.asks(), said, person, at);
    }
}
