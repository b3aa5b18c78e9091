package carequeue.command.claim;

import carequeue.api.Refused;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.AssignClaim;
import carequeue.api.claim.ClaimCommand.DraftClaim;
import carequeue.api.claim.ClaimCommand.NoteCoverage;
import carequeue.api.claim.ClaimCommand.TypeClaim;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.ContentSource;
import carequeue.api.claim.Frequency;
import carequeue.api.claim.Worry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a claim is put together. */
final class Drafting {

    private Drafting() {}

    static List<ClaimEvent> draft(DraftClaim c, Situation s) {
        if (s.claim().drafted != null) {
            return again(c, s);
        }
        ClaimContent content = c.content() == null ? ClaimContent.NONE : c.content();
        // A payer that comes after another counts its time from that one's decision.
        LocalDate from = c.prior() == null ? c.serviceDate() : s.today();
        LocalDate fileBy = c.policy().fileBy(c.coverage().payerId(), from);
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new ClaimDrafted(
                c.claimId(),
                c.siteId(),
                c.patientId(),
                c.visitId(),
                c.serviceDate(),
                c.coverage(),
                c.further(),
                c.prior(),
                content,
                Dossier.pointers(Completeness.missing(content, c.coverage(), Frequency.ORIGINAL, null)),
                c.policy(),
                s.startOf(fileBy.minusDays(c.policy().warnDays())),
                s.startOf(fileBy.plusDays(1)),
                s.at()));
        if (c.prior() != null && c.prior().adjudication().forwarded()) {
            events.add(new ClaimForwarded(
                    c.claimId(),
                    c.patientId(),
                    c.visitId(),
                    1,
                    c.coverage(),
                    1,
                    s.in(c.policy().decidedWithin()),
                    s.at()));
        }
        return events;
    }

    private static List<ClaimEvent> again(DraftClaim c, Situation s) {
        if (c.prior() == null || c.prior().equals(s.claim().prior) || s.claim().state == ClaimState.VOIDED) {
            return List.of();
        }
        List<ClaimEvent> events = new ArrayList<>();
        events.add(new PriorNoted(s.id(), s.visitId(), c.prior(), s.at()));
        if (!s.claim().withUs()) {
            events.addAll(s.worry(Worry.PRIOR_CHANGED));
        }
        return events;
    }

    static List<ClaimEvent> type(TypeClaim c, Situation s) {
        s.must(TypeClaim.class);
        Dossier claim = s.claim();
        if (c.source() == ContentSource.EHR && claim.source == ContentSource.BILLING) {
            throw new Refused.AgainstRule(
                    "typed-by-billing", "Billing has typed this claim; the EHR does not change it.");
        }
        ClaimContent content = ContentRules.accepted(c.content());
        String number = number(c.payerClaimNumber(), claim.payerClaimNumber);
        if (content.equals(claim.content) && c.source() == claim.source && same(number, claim.payerClaimNumber)) {
            return List.of();
        }
        List<String> missing = Dossier.pointers(Completeness.missing(content, claim.coverage, claim.next(), number));
        return List.of(new ClaimTyped(
                s.id(), claim.drafted.patientId(), s.visitId(), content, number, c.source(), missing, s.at()));
    }

    private static String number(String given, String known) {
        if (given == null || given.isBlank()) {
            return known;
        }
        if (!given.matches("[\\x21-\\x7e][\\x20-\\x7e]{0,49}") || given.matches(".*[*~:^].*")) {
            throw new Refused.BadField("/payerClaimNumber", "has up to 50 printable characters and none of * ~ : ^");
        }
        return given.strip();
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    static List<ClaimEvent> assign(AssignClaim c, Situation s) {
        String before = s.claim().owner;
        return before.equals(c.patientId())
                ? List.of()
                : List.of(new ClaimAssigned(s.id(), s.visitId(), c.patientId(), before, c.reason(), s.at()));
    }

    static List<ClaimEvent> coverage(NoteCoverage c, Situation s) {
        Dossier claim = s.claim();
        if (!claim.withUs()
                || !c.coverage().coverageId().equals(claim.coverage.coverageId())
                || c.coverage().equals(claim.coverage)) {
            return List.of();
        }
        List<String> missing = Dossier.pointers(
                Completeness.missing(claim.content, c.coverage(), claim.next(), claim.payerClaimNumber));
        return List.of(new ClaimCoverageNoted(s.id(), s.visitId(), c.coverage(), missing, s.at()));
    }
}
