package carequeue.query.claims;

import carequeue.api.claim.BillingEvent;
import carequeue.api.claim.BillingEvent.ClaimAssigned;
import carequeue.api.claim.BillingEvent.ClaimClosed;
import carequeue.api.claim.BillingEvent.ClaimCorrected;
import carequeue.api.claim.BillingEvent.ClaimCoverageNoted;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.BillingEvent.ClaimForwarded;
import carequeue.api.claim.BillingEvent.ClaimHandedOver;
import carequeue.api.claim.BillingEvent.ClaimStatusRequested;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.BillingEvent.ClaimTyped;
import carequeue.api.claim.BillingEvent.ClaimUnsent;
import carequeue.api.claim.BillingEvent.ClaimVoided;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Frequency;
import carequeue.query.claims.Bill.Content;
import carequeue.query.claims.Bill.Course;
import java.time.ZoneOffset;
import java.util.List;

/** The fold of what we did with a claim. */
final class BillingFold {

    private BillingFold() {}

    static Bill drafted(ClaimDrafted e) {
        Bill.About about = new Bill.About(
                e.claimId(),
                e.siteId(),
                e.visitId(),
                e.patientId(),
                e.serviceDate(),
                e.fileBy() == null ? null : e.fileBy().atZone(ZoneOffset.UTC).toLocalDate(),
                e.at());
        Course course = new Course(0, null, null, null, e.at());
        return new Bill(
                about,
                e.coverage(),
                content(e.content(), e.missing()),
                ClaimState.DRAFTED,
                null,
                course,
                Bill.Answer.NONE);
    }

    static Bill on(Bill b, BillingEvent event) {
        if (event instanceof ClaimTyped e) {
            return b.says(
                    b.coverage(),
                    content(e.content(), e.missing()),
                    b.course().waits(b.course().answerBy(), e.at()),
                    b.answer().said(e.payerClaimNumber(), b.answer().codes()));
        } else if (event instanceof ClaimCoverageNoted e) {
            return b.says(
                    e.coverage(),
                    b.content().lacks(e.missing()),
                    b.course().waits(b.course().answerBy(), e.at()),
                    b.answer());
        } else if (event instanceof ClaimSubmitted e) {
            ClaimState state = e.frequency() == Frequency.VOID ? ClaimState.VOIDING : ClaimState.SUBMITTED;
            Course course = new Course(e.submission(), e.controlNumber(), e.answerBy(), e.reason(), e.at());
            return b.now(state, null, course, b.answer());
        } else if (event instanceof ClaimForwarded e) {
            Course course = new Course(e.submission(), b.course().controlNumber(), e.answerBy(), null, e.at());
            return b.now(ClaimState.SUBMITTED, null, course, b.answer());
        } else if (event instanceof ClaimStatusRequested e) {
            return b.now(b.state(), b.worry(), b.course().waits(e.answerBy(), e.at()), b.answer());
        }
        return ended(b, event);
    }

    private static Bill ended(Bill b, BillingEvent event) {
        if (event instanceof ClaimAssigned e) {
            return b.of(e.patientId());
        } else if (event instanceof ClaimCorrected e) {
            Course course =
                    new Course(b.course().submission(), b.course().controlNumber(), e.answerBy(), e.reason(), e.at());
            return b.says(b.coverage(), b.content().lacks(e.missing()), course, b.answer())
                    .now(ClaimState.CORRECTED, null, course, b.answer());
        } else if (event instanceof ClaimUnsent e) {
            Course course = b.course().waits(e.answerBy(), e.at());
            return b.says(b.coverage(), b.content().lacks(e.missing()), course, b.answer())
                    .now(e.back(), null, course, b.answer());
        } else if (event instanceof ClaimVoided e) {
            return b.now(ClaimState.VOIDED, null, b.course().because(e.reason(), e.at()), b.answer());
        } else if (event instanceof ClaimClosed e) {
            return b.now(ClaimState.CLOSED, null, b.course().because(e.reason(), e.at()), b.answer());
        } else if (event instanceof ClaimHandedOver e) {
            Course course =
                    b.course().waits(e.why().endsWait() ? null : b.course().answerBy(), e.at());
            return b.now(b.state(), e.why(), course, b.answer());
        }
        return b;
    }

    private static Content content(ClaimContent said, List<String> missing) {
        return new Content(
                said.lines().stream()
                        .map(l -> new Bill.Line(l.diagnosisPointers(), l.charge(), l.units(), l.day()))
                        .toList(),
                said.placeOfService(),
                said.billingNpi(),
                said.renderingNpi(),
                missing);
    }
}
