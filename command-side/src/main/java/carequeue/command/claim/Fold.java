package carequeue.command.claim;

import carequeue.api.claim.BillingEvent;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Frequency;
import carequeue.api.claim.PayerEvent;
import carequeue.api.claim.PayerEvent.*;

/** How each event changes what is known of a claim. */
final class Fold {

    private Fold() {}

    static void into(Dossier d, ClaimEvent event) {
        if (event instanceof BillingEvent e) {
            ours(d, e);
        } else if (event instanceof PayerEvent e) {
            theirs(d, e);
        }
    }

    private static void ours(Dossier d, BillingEvent event) {
        if (event instanceof ClaimDrafted e) {
            d.drafted = e;
            d.patientId = e.patientId();
            d.owner = e.patientId();
            d.coverage = e.coverage();
            d.prior = e.prior();
            d.content = e.content();
            d.policy = e.policy();
            d.state = ClaimState.DRAFTED;
        } else if (event instanceof ClaimTyped e) {
            d.content = e.content();
            d.source = e.source();
            d.payerClaimNumber = e.payerClaimNumber();
        } else if (event instanceof ClaimCoverageNoted e) {
            d.coverage = e.coverage();
        } else if (event instanceof PriorNoted e) {
            d.prior = e.prior();
        } else if (event instanceof ClaimSubmitted e) {
            submitted(d, e);
        } else if (event instanceof ClaimForwarded e) {
            goesOut(d, e.submission());
            waits(d, e.waitNumber());
            d.sent = d.content;
        } else if (event instanceof ClaimStatusRequested e) {
            d.wait = e.waitNumber();
            d.waits = true;
            d.asks = e.ask();
        } else {
            ends(d, event);
        }
    }

    private static void submitted(Dossier d, ClaimSubmitted e) {
        if (e.frequency() == Frequency.VOID) {
            d.before = d.state;
        }
        goesOut(d, e.submission());
        waits(d, e.waitNumber());
        d.policy = e.policy();
        d.sent = e.content();
        d.state = e.frequency() == Frequency.VOID ? ClaimState.VOIDING : ClaimState.SUBMITTED;
    }

    private static void goesOut(Dossier d, int submission) {
        d.submission = submission;
        d.heldBefore = d.held;
        d.lost = false;
        d.state = ClaimState.SUBMITTED;
        d.worry = null;
    }

    private static void waits(Dossier d, int wait) {
        d.wait = wait;
        d.waits = true;
        d.asks = 0;
    }

    private static void ends(Dossier d, BillingEvent event) {
        if (event instanceof ClaimAssigned e) {
            d.owner = e.patientId();
        } else if (event instanceof ClaimCorrected e) {
            becomes(d, ClaimState.CORRECTED);
            waits(d, e.waitNumber());
        } else if (event instanceof ClaimUnsent e) {
            d.held = d.heldBefore;
            d.unsent++;
            becomes(d, e.back());
            waits(d, e.waitNumber());
        } else if (event instanceof ClaimVoided) {
            becomes(d, ClaimState.VOIDED);
        } else if (event instanceof ClaimClosed) {
            becomes(d, ClaimState.CLOSED);
        } else if (event instanceof ClaimHandedOver e) {
            d.worry = e.why();
            d.waits = d.waits && !e.why().endsWait();
        }
    }

    private static void becomes(Dossier d, ClaimState state) {
        d.state = state;
        d.waits = false;
        d.worry = null;
    }

    private static void theirs(Dossier d, PayerEvent event) {
        if (event instanceof ClaimAccepted e) {
            number(d, e.payerClaimNumber());
            d.held = true;
            d.lost = false;
            d.state = ClaimState.ACCEPTED;
            d.worry = null;
            waits(d, e.waitNumber());
        } else if (event instanceof ClaimRejected e) {
            d.held = d.heldBefore;
            d.lost = e.lost();
            becomes(d, ClaimState.REJECTED);
            waits(d, e.waitNumber());
        } else if (event instanceof ClaimUnderWay e) {
            number(d, e.payerClaimNumber());
        } else if (event instanceof ClaimAdjudicated e) {
            adjudicated(d, e);
        } else if (event instanceof ClaimDenied) {
            d.state = ClaimState.DENIED;
        } else if (event instanceof ClaimReversed e) {
            reversed(d, e);
        } else if (event instanceof ClaimRemitted e) {
            d.money.put(e.reference(), e.amount().amount());
        } else if (event instanceof ClaimPaid) {
            becomes(d, ClaimState.PAID);
        } else if (event instanceof VoidRefused e) {
            d.held = true;
            becomes(d, e.back());
        }
    }

    private static void adjudicated(Dossier d, ClaimAdjudicated e) {
        number(d, e.adjudication().payerClaimNumber());
        d.held = true;
        d.lost = false;
        d.decision = e.adjudication();
        d.decided = e.submission();
        d.answers.add(e.adjudication().answerId());
        if (d.state != ClaimState.CORRECTED) {
            waits(d, e.waitNumber());
            d.waits = e.answerBy() != null;
            d.state = ClaimState.ADJUDICATED;
            d.worry = null;
        }
    }

    private static void reversed(Dossier d, ClaimReversed e) {
        d.answers.add(e.answerId());
        d.decision = null;
        if (e.answerBy() != null) {
            waits(d, e.waitNumber());
        }
        if (d.state != ClaimState.CORRECTED && d.state != ClaimState.SUBMITTED) {
            d.state = ClaimState.ACCEPTED;
            d.worry = null;
        }
    }

    private static void number(Dossier d, String payerClaimNumber) {
        if (payerClaimNumber != null) {
            d.payerClaimNumber = payerClaimNumber;
        }
    }
}
