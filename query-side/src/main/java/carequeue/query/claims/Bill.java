package carequeue.query.claims;

import carequeue.api.Money;
import carequeue.api.claim.ClaimQuery.DecisionView;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.Worry;
import carequeue.api.patient.CoverageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A claim as its fold knows it, without what is personal. */
record Bill(
        About about,
        CoverageRef coverage,
        Content content,
        ClaimState state,
        Worry worry,
        Course course,
        Answer answer) {

    /** What it is about. */
    record About(
            String claimId,
            String siteId,
            String visitId,
            String patientId,
            LocalDate serviceDate,
            LocalDate fileBy,
            Instant draftedAt) {}

    /** What it says, and what it lacks. */
    record Content(
            List<Line> lines, String placeOfService, String billingNpi, String renderingNpi, List<String> missing) {
        Content lacks(List<String> now) {
            return new Content(lines, placeOfService, billingNpi, renderingNpi, now);
        }
    }

    /** One service without its codes. */
    record Line(List<Integer> diagnosisPointers, Money charge, Integer units, LocalDate day) {}

    /** How often it went out, under which number, and until when word is waited for. */
    record Course(int submission, String controlNumber, Instant answerBy, String reason, Instant changedAt) {
        Course waits(Instant until, Instant at) {
            return new Course(submission, controlNumber, until, reason, at);
        }

        Course because(String why, Instant at) {
            return new Course(submission, controlNumber, null, why, at);
        }
    }

    /** What came of the payer. */
    record Answer(String payerClaimNumber, List<String> codes, DecisionView decision, Money remitted) {
        static final Answer NONE = new Answer(null, List.of(), null, null);

        Answer said(String number, List<String> words) {
            return new Answer(number == null ? payerClaimNumber : number, words, decision, remitted);
        }

        Answer decided(String number, DecisionView now) {
            List<String> words = now == null ? codes : now.codes();
            return new Answer(number == null ? payerClaimNumber : number, words, now, remitted);
        }

        Answer came(Money total) {
            return new Answer(payerClaimNumber, codes, decision, total);
        }
    }

    /** The claim of another patient. */
    Bill of(String patientId) {
        About theirs = new About(
                about.claimId(),
                about.siteId(),
                about.visitId(),
                patientId,
                about.serviceDate(),
                about.fileBy(),
                about.draftedAt());
        return new Bill(theirs, coverage, content, state, worry, course, answer);
    }

    Bill now(ClaimState next, Worry why, Course way, Answer word) {
        return new Bill(about, coverage, content, next, why, way, word);
    }

    Bill says(CoverageRef by, Content what, Course way, Answer word) {
        return new Bill(about, by, what, state, worry, way, word);
    }
}
