package carequeue.command.claim;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BillingEvent.ClaimVoided;
import carequeue.api.claim.ClaimCommand.ReportAdjudication;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a payer's decision comes to, whenever it comes. */
final class Deciding {

    private Deciding() {}

    static List<ClaimEvent> of(ReportAdjudication c, Situation s) {
        Acknowledging.mustBeKnown(c.submission(), s);
        Adjudication a = c.adjudication();
        if (s.claim().answers.contains(a.answerId())) {
            return List.of(noted(c, "repeat", s));
        }
        mustBeInOurMoney(a.paid(), s);
        if (!a.balances()) {
            return with(noted(c, "unbalanced", s), s.worry(Worry.UNBALANCED));
        } else if (a.decision() == Decision.REVERSED) {
            return reversed(c, s);
        } else if (s.claim().state == ClaimState.VOIDING && c.submission() == s.claim().submission) {
            return ofVoid(c, s);
        } else if (c.submission() < s.claim().submission || s.claim().state == ClaimState.VOIDED) {
            return superseded(c, s);
        }
        return decided(c, s);
    }

    static void mustBeInOurMoney(Money amount, Situation s) {
        boolean other = s.claim().content.lines().stream()
                .anyMatch(l -> l.charge() != null && !l.charge().currency().equals(amount.currency()));
        if (other) {
            throw new Refused.BadField("/currency", "is not the claim's own");
        }
    }

    private static List<ClaimEvent> reversed(ReportAdjudication c, Situation s) {
        Dossier claim = s.claim();
        if (claim.state == ClaimState.VOIDING) {
            return List.of(new ClaimVoided(s.id(), s.visitId(), null, s.at()));
        } else if (claim.decision == null || c.submission() < claim.decided || claim.state == ClaimState.VOIDED) {
            return List.of(noted(c, "older", s));
        }
        return List.of(new ClaimReversed(
                s.id(),
                s.visitId(),
                c.submission(),
                c.adjudication().answerId(),
                claim.state == ClaimState.CORRECTED ? claim.wait : claim.wait + 1,
                claim.state == ClaimState.CORRECTED ? null : s.in(claim.policy.decidedWithin()),
                s.at()));
    }

    /** The answer to the end of a claim. */
    private static List<ClaimEvent> ofVoid(ReportAdjudication c, Situation s) {
        return c.adjudication().decision() == Decision.DENIED
                ? Acknowledging.voidRefused(c.submission(), c.adjudication().codes(), s)
                : List.of(new ClaimVoided(s.id(), s.visitId(), null, s.at()));
    }

    /** A later submission has taken its place; money that it speaks of is not passed over. */
    private static List<ClaimEvent> superseded(ReportAdjudication c, Situation s) {
        boolean money = c.adjudication().paid().amount() != 0;
        return with(noted(c, "older", s), money ? s.worry(Worry.SUPERSEDED_ANSWER) : List.of());
    }

    private static List<ClaimEvent> decided(ReportAdjudication c, Situation s) {
        Adjudication a = c.adjudication();
        long outstanding = a.paid().amount() - s.claim().remitted();
        boolean corrected = s.claim().state == ClaimState.CORRECTED;
        boolean waits = a.decision() == Decision.PROCESSED && outstanding > 0 && !corrected;
        List<ClaimEvent> events = new ArrayList<>();
        events.add(adjudicated(c, waits ? s.in(s.claim().policy.paidWithin()) : null, s));
        if (corrected) {
            return events;
        } else if (a.decision() == Decision.DENIED) {
            events.add(new ClaimDenied(s.id(), s.visitId(), c.submission(), a.codes(), s.at()));
            // A decision ends whatever somebody had to see to before.
            events.add(s.handedOver(Worry.DENIED, ClaimState.DENIED));
        } else if (outstanding == 0) {
            events.add(new ClaimPaid(s.id(), s.visitId(), a.paid(), s.at()));
        } else if (outstanding < 0) {
            events.add(s.handedOver(Worry.PAID_OTHERWISE, ClaimState.ADJUDICATED));
        }
        return events;
    }

    private static ClaimAdjudicated adjudicated(ReportAdjudication c, Instant answerBy, Situation s) {
        Dossier claim = s.claim();
        return new ClaimAdjudicated(
                s.id(),
                claim.drafted.siteId(),
                claim.owner,
                s.visitId(),
                c.submission(),
                claim.coverage.order(),
                c.adjudication(),
                c.adjudication().patientOwes(),
                claim.last(),
                answerBy == null ? claim.wait : claim.wait + 1,
                answerBy,
                s.at());
    }

    private static List<ClaimEvent> with(ClaimEvent first, List<ClaimEvent> more) {
        List<ClaimEvent> all = new ArrayList<>();
        all.add(first);
        all.addAll(more);
        return all;
    }

    private static ClaimAnswerNoted noted(ReportAdjudication c, String why, Situation s) {
        String what = c.adjudication().decision().toString();
        Money paid = c.adjudication().paid();
        return new ClaimAnswerNoted(s.id(), s.visitId(), c.submission(), what, why, paid, s.at());
    }
}
