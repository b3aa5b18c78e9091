package carequeue.command.claim;

import carequeue.api.Money;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.BillingEvent.ClaimStatusRequested;
import carequeue.api.claim.ClaimCommand.ElapseClaim;
import carequeue.api.claim.ClaimCommand.ReportRemittance;
import carequeue.api.claim.ClaimCommand.RequestStatus;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import java.util.ArrayList;
import java.util.List;

/** How a claim that went out is followed: its money, the questions about it, and the waits that end. */
final class Following {

    static final String FILING_WARNING = "filing-warning";
    static final String FILING_LIMIT = "filing-limit";

    private Following() {}

    static List<ClaimEvent> remitted(ReportRemittance c, Situation s) {
        Dossier claim = s.claim();
        Acknowledging.mustBeKnown(Math.max(1, claim.submission), s);
        Deciding.mustBeInOurMoney(c.amount(), s);
        if (claim.money.containsKey(c.reference())) {
            return List.of(new ClaimAnswerNoted(
                    s.id(), s.visitId(), claim.submission, "remitted", "repeat", c.amount(), s.at()));
        }
        Money total = s.money(Math.addExact(claim.remitted(), c.amount().amount()), c.amount());
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new ClaimRemitted(s.id(), s.visitId(), c.reference(), c.amount(), total, s.at()));
        events.addAll(afterMoney(total, s));
        return events;
    }

    private static List<ClaimEvent> afterMoney(Money total, Situation s) {
        Dossier claim = s.claim();
        boolean processed = claim.decision != null && claim.decision.decision() == Decision.PROCESSED;
        long expected = processed ? claim.decision.paid().amount() : 0;
        return switch (claim.state) {
            case ADJUDICATED ->
                total.amount() == expected
                        ? List.of(new ClaimPaid(s.id(), s.visitId(), total, s.at()))
                        : total.amount() > expected ? s.worry(Worry.PAID_OTHERWISE) : List.of();
            case PAID, DENIED, CLOSED, VOIDED -> total.amount() == expected ? List.of() : s.worry(Worry.PAID_OTHERWISE);
            default -> List.of();
        };
    }

    static List<ClaimEvent> status(RequestStatus c, Situation s) {
        s.must(RequestStatus.class);
        return List.of(asked(s));
    }

    private static ClaimStatusRequested asked(Situation s) {
        Dossier claim = s.claim();
        return new ClaimStatusRequested(
                s.id(),
                s.visitId(),
                claim.submission,
                claim.asks + 1,
                claim.payerClaimNumber,
                claim.wait + 1,
                s.in(claim.policy.askAgainAfter()),
                s.at());
    }

    static List<ClaimEvent> elapsed(ElapseClaim c, Situation s) {
        Dossier claim = s.claim();
        if (c.step().equals("answer-" + claim.wait) && claim.waits) {
            boolean ask = !claim.withUs() && claim.asks < claim.policy.asksAtMost();
            return List.of(ask ? asked(s) : s.handedOver(unanswered(claim), claim.state));
        } else if (c.step().equals(FILING_WARNING) && claim.toFile()) {
            return s.worry(Worry.FILING_LIMIT_NEAR);
        } else if (c.step().equals(FILING_LIMIT) && claim.toFile()) {
            return s.worry(Worry.FILING_LIMIT_PASSED);
        }
        return List.of();
    }

    private static Worry unanswered(Dossier claim) {
        if (claim.withUs()) {
            return Worry.LEFT_LYING;
        }
        return claim.state == ClaimState.ADJUDICATED ? Worry.NOT_PAID : Worry.NO_ANSWER;
    }
}
