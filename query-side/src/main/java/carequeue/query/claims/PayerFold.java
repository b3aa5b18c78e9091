package carequeue.query.claims;

import carequeue.api.claim.Adjudication;
import carequeue.api.claim.ClaimQuery.DecisionView;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent;
import carequeue.api.claim.PayerEvent.ClaimAccepted;
import carequeue.api.claim.PayerEvent.ClaimAdjudicated;
import carequeue.api.claim.PayerEvent.ClaimDenied;
import carequeue.api.claim.PayerEvent.ClaimPaid;
import carequeue.api.claim.PayerEvent.ClaimRejected;
import carequeue.api.claim.PayerEvent.ClaimRemitted;
import carequeue.api.claim.PayerEvent.ClaimReversed;
import carequeue.api.claim.PayerEvent.ClaimUnderWay;
import carequeue.api.claim.PayerEvent.VoidRefused;
import java.time.Instant;

/** The fold of what the payer said and paid. */
final class PayerFold {

    private PayerFold() {}

    static Bill on(Bill b, PayerEvent event) {
        if (event instanceof ClaimAccepted e) {
            Bill.Answer answer = b.answer().said(e.payerClaimNumber(), e.codes());
            return b.now(ClaimState.ACCEPTED, null, b.course().waits(e.answerBy(), e.at()), answer);
        } else if (event instanceof ClaimRejected e) {
            Bill.Answer answer = b.answer().said(null, e.codes());
            return b.now(ClaimState.REJECTED, null, b.course().waits(e.answerBy(), e.at()), answer);
        } else if (event instanceof ClaimUnderWay e) {
            Bill.Answer answer = b.answer().said(e.payerClaimNumber(), e.codes());
            return b.now(b.state(), b.worry(), b.course().waits(b.course().answerBy(), e.at()), answer);
        } else if (event instanceof ClaimDenied e) {
            Bill.Answer answer = b.answer().said(null, e.codes());
            return b.now(ClaimState.DENIED, b.worry(), b.course().waits(null, e.at()), answer);
        } else if (event instanceof VoidRefused e) {
            Bill.Answer answer = b.answer().said(null, e.codes());
            return b.now(e.back(), null, b.course().waits(null, e.at()), answer);
        }
        return decided(b, event);
    }

    private static Bill decided(Bill b, PayerEvent event) {
        if (event instanceof ClaimAdjudicated e) {
            Bill.Answer answer = b.answer().decided(e.adjudication().payerClaimNumber(), decision(e));
            return b.state() == ClaimState.CORRECTED
                    ? b.now(b.state(), b.worry(), b.course(), answer)
                    : b.now(ClaimState.ADJUDICATED, null, b.course().waits(e.answerBy(), e.at()), answer);
        } else if (event instanceof ClaimReversed e) {
            boolean ours = b.state() == ClaimState.CORRECTED || b.state() == ClaimState.SUBMITTED;
            Instant until = e.answerBy() == null ? b.course().answerBy() : e.answerBy();
            return b.now(
                    ours ? b.state() : ClaimState.ACCEPTED,
                    ours ? b.worry() : null,
                    b.course().waits(until, e.at()),
                    b.answer().decided(null, null));
        } else if (event instanceof ClaimRemitted e) {
            return b.now(
                    b.state(),
                    b.worry(),
                    b.course().waits(b.course().answerBy(), e.at()),
                    b.answer().came(e.total()));
        }
        return event instanceof ClaimPaid e
                ? b.now(
                        ClaimState.PAID,
                        null,
                        b.course().waits(null, e.at()),
                        b.answer().came(e.total()))
                : b;
    }

    private static DecisionView decision(ClaimAdjudicated e) {
        Adjudication a = e.adjudication();
        return new DecisionView(
                a.decision(), a.charged(), a.allowed(), a.paid(), e.patientOwes(), a.adjustments(), a.codes(), e.at());
    }
}
