package carequeue.command.claim;

import carequeue.api.Refused;
import carequeue.api.claim.Acknowledgement;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.BillingEvent.ClaimUnsent;
import carequeue.api.claim.BillingEvent.ClaimVoided;
import carequeue.api.claim.ClaimCommand.ReportAcknowledgement;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent.*;
import carequeue.api.claim.Worry;
import java.util.ArrayList;
import java.util.List;

/** What the word of a clearing-house or payer before its decision comes to. */
final class Acknowledging {

    private Acknowledging() {}

    static List<ClaimEvent> of(ReportAcknowledgement c, Situation s) {
        Dossier claim = s.claim();
        mustBeKnown(c.submission(), s);
        if (c.submission() < claim.submission) {
            return List.of(noted(c, "older", s));
        }
        return switch (claim.state) {
            case SUBMITTED -> submitted(c.acknowledgement(), c, s);
            case ACCEPTED -> accepted(c.acknowledgement(), c, s);
            case VOIDING -> voiding(c.acknowledgement(), c, s);
            case REJECTED ->
                claim.lost && takes(c.acknowledgement().word())
                        ? submitted(c.acknowledgement(), c, s)
                        : List.of(noted(c, isRefusal(c.acknowledgement().word()) ? "repeat" : "older", s));
            default -> List.of(noted(c, "older", s));
        };
    }

    static void mustBeKnown(int submission, Situation s) {
        if (submission < 1 || submission > s.claim().submission) {
            throw new Refused.AgainstRule("unknown-submission", "This claim never went out as that submission.");
        }
    }

    private static List<ClaimEvent> submitted(Acknowledgement a, ReportAcknowledgement c, Situation s) {
        if (a.word() == Word.UNSENT) {
            return unsent(a, c, s);
        } else if (isRefusal(a.word())) {
            return rejected(a, c, s);
        } else if (!takes(a.word()) && a.word() != Word.NEEDS_INFORMATION) {
            return List.of(underWay(a, c, s));
        }
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new ClaimAccepted(
                s.id(),
                s.visitId(),
                c.submission(),
                a.payerClaimNumber(),
                a.codes(),
                s.claim().wait + 1,
                s.in(s.claim().policy.decidedWithin()),
                s.at()));
        return asking(a, events, s);
    }

    private static List<ClaimEvent> accepted(Acknowledgement a, ReportAcknowledgement c, Situation s) {
        if (a.word() == Word.UNSENT) {
            return List.of(noted(c, "older", s));
        } else if (a.word() == Word.REJECTED) {
            return rejected(a, c, s);
        } else if (a.word() == Word.ACCEPTED
                && (a.payerClaimNumber() == null || a.payerClaimNumber().equals(s.claim().payerClaimNumber))) {
            return List.of(noted(c, "repeat", s));
        }
        List<ClaimEvent> events = new ArrayList<>();
        events.add(underWay(a, c, s));
        return asking(a, events, s);
    }

    private static List<ClaimEvent> voiding(Acknowledgement a, ReportAcknowledgement c, Situation s) {
        if (isRefusal(a.word()) || a.word() == Word.UNSENT) {
            return voidRefused(c.submission(), a.codes(), s);
        } else if (takes(a.word()) && s.claim().remitted() == 0) {
            return List.of(new ClaimVoided(s.id(), s.visitId(), null, s.at()));
        }
        // Where money has come, only the reversal of the decision says that the claim is over.
        List<ClaimEvent> events = new ArrayList<>();
        events.add(underWay(a, c, s));
        return asking(a, events, s);
    }

    static List<ClaimEvent> voidRefused(int submission, List<String> codes, Situation s) {
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new VoidRefused(s.id(), s.visitId(), submission, codes, s.claim().before, s.at()));
        events.addAll(s.worry(Worry.VOID_REFUSED));
        return events;
    }

    private static List<ClaimEvent> rejected(Acknowledgement a, ReportAcknowledgement c, Situation s) {
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new ClaimRejected(
                s.id(),
                s.visitId(),
                c.submission(),
                a.word() == Word.NOT_FOUND,
                a.codes(),
                s.claim().wait + 1,
                s.in(s.claim().policy.workedWithin()),
                s.at()));
        events.addAll(s.worry(Worry.REJECTED));
        return events;
    }

    private static List<ClaimEvent> unsent(Acknowledgement a, ReportAcknowledgement c, Situation s) {
        Dossier claim = s.claim();
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new ClaimUnsent(
                s.id(),
                s.visitId(),
                c.submission(),
                a.codes(),
                claim.heldBefore ? ClaimState.CORRECTED : ClaimState.DRAFTED,
                claim.wait + 1,
                s.in(claim.policy.workedWithin()),
                s.at()));
        events.addAll(s.worry(Worry.UNSENT));
        return events;
    }

    private static List<ClaimEvent> asking(Acknowledgement a, List<ClaimEvent> events, Situation s) {
        if (a.word() == Word.NEEDS_INFORMATION) {
            events.addAll(s.worry(Worry.NEEDS_INFORMATION));
        }
        return events;
    }

    private static boolean takes(Word word) {
        return word == Word.ACCEPTED || word == Word.PENDING || word == Word.FINALIZED;
    }

    private static boolean isRefusal(Word word) {
        return word == Word.REJECTED || word == Word.NOT_FOUND;
    }

    private static ClaimUnderWay underWay(Acknowledgement a, ReportAcknowledgement c, Situation s) {
        return new ClaimUnderWay(
                s.id(), s.visitId(), c.submission(), a.word(), a.payerClaimNumber(), a.codes(), s.at());
    }

    private static ClaimAnswerNoted noted(ReportAcknowledgement c, String why, Situation s) {
        String what = c.acknowledgement().word().toString();
        return new ClaimAnswerNoted(s.id(), s.visitId(), c.submission(), what, why, null, s.at());
    }
}
