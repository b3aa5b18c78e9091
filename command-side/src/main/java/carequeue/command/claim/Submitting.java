package carequeue.command.claim;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.Refused.BadField.Field;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Frequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** How a claim goes out, again and to its end. */
final class Submitting {

    private static final int CONTROL_DIGITS = 18;

    private Submitting() {}

    static List<ClaimEvent> submit(SubmitClaim c, Situation s) {
        s.must(SubmitClaim.class);
        Dossier claim = s.claim();
        List<Field> missing = claim.missing();
        if (!missing.isEmpty()) {
            throw new Refused.BadField(missing);
        }
        int out = claim.submission - claim.unsent;
        if (out > c.policy().resubmissionsAtMost()) {
            throw new Refused.AgainstRule(
                    "resubmission-limit",
                    "This claim went out again " + (out - 1) + " times, and no more are allowed.");
        }
        boolean late = c.lateReason() != null && !c.lateReason().isBlank();
        if (!claim.held && !late) {
            mustBeInTime(c.policy(), s);
        }
        return List.of(submitted(claim.next(), claim.content, late ? c.lateReason() : null, c.policy(), s));
    }

    private static void mustBeInTime(ClaimPolicy policy, Situation s) {
        Dossier claim = s.claim();
        LocalDate asked = policy.fileBy(claim.coverage.payerId(), claim.drafted.serviceDate());
        if (s.today().isAfter(asked) && !s.at().isBefore(claim.drafted.fileBy())) {
            throw new Refused.AgainstRule(
                    "filing-limit",
                    "The payer took bills for that day until " + asked
                            + "; a later one needs the reason for the delay.");
        }
    }

    private static ClaimSubmitted submitted(
            Frequency frequency, ClaimContent content, String reason, ClaimPolicy policy, Situation s) {
        Dossier claim = s.claim();
        int submission = claim.submission + 1;
        return new ClaimSubmitted(
                s.id(),
                claim.drafted.siteId(),
                claim.drafted.patientId(),
                s.visitId(),
                submission,
                frequency,
                controlNumber(s.id(), submission),
                frequency.namesEarlier() ? claim.payerClaimNumber : null,
                claim.coverage,
                claim.drafted.serviceDate(),
                content,
                claim.prior,
                reason,
                policy,
                claim.wait + 1,
                s.in(policy.takenWithin()),
                s.at());
    }

    /** Of the 20 characters that payers give back, the last two are the submission's number. */
    static String controlNumber(String claimId, int submission) {
        String digits = Ids.derived("claim-control", claimId).replace("-", "").substring(0, CONTROL_DIGITS);
        return digits.toUpperCase(Locale.ROOT) + String.format(Locale.ROOT, "%02d", submission);
    }

    static List<ClaimEvent> correct(CorrectClaim c, Situation s) {
        s.must(CorrectClaim.class);
        Situation.needReason(c.reason());
        Dossier claim = s.claim();
        if (claim.state == ClaimState.SUBMITTED && claim.worry == null) {
            throw new Refused.AgainstRule(
                    "answer-awaited", "The payer's word on the last submission is still awaited.");
        }
        return List.of(new ClaimCorrected(
                s.id(),
                s.visitId(),
                c.reason(),
                Dossier.pointers(claim.missing()),
                claim.wait + 1,
                s.in(claim.policy.workedWithin()),
                s.at()));
    }

    static List<ClaimEvent> end(VoidClaim c, Situation s) {
        s.must(VoidClaim.class);
        Situation.needReason(c.reason());
        Dossier claim = s.claim();
        if (!s.now().is(c.policy().voidedBy().toArray(String[]::new))) {
            throw new Refused.NotAllowed(
                    "Only " + String.join(" or ", c.policy().voidedBy()) + " may void a claim.");
        }
        if (!claim.held) {
            return List.of(new ClaimVoided(s.id(), s.visitId(), c.reason(), s.at()));
        } else if (claim.payerClaimNumber == null) {
            throw new Refused.BadField("/payerClaimNumber", "is missing");
        }
        return List.of(submitted(Frequency.VOID, claim.sent, c.reason(), c.policy(), s));
    }

    static List<ClaimEvent> close(CloseClaim c, Situation s) {
        s.must(CloseClaim.class);
        Situation.needReason(c.reason());
        Dossier claim = s.claim();
        return List.of(new ClaimClosed(
                s.id(),
                claim.drafted.siteId(),
                claim.owner,
                s.visitId(),
                claim.decision.patientOwes(),
                claim.last(),
                c.reason(),
                s.at()));
    }
}
