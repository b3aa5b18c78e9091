package carequeue.app.permuted;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.BillingEvent.ClaimForwarded;
import carequeue.api.claim.BillingEvent.ClaimSubmitted;
import carequeue.api.claim.PayerEvent.ClaimAdjudicated;
import carequeue.api.claim.PayerEvent.ClaimPaid;
import carequeue.api.claim.PayerEvent.ClaimRemitted;
import java.util.List;

/** What holds of the bills of every visit. */
record ClaimLaws(Outcome outcome) {

    /** The first payer's comes of the visit's end, the second's of the first one's decision. */
    void oneClaimForEachPayer() {
        List<String> drafted = outcome.all(ClaimDrafted.class).stream()
                .map(ClaimDrafted::claimId)
                .toList();
        assertThat(drafted).as("%s drafts", outcome).doesNotHaveDuplicates();
        assertThat(drafted.contains(claim(1))).as("%s billed", outcome).isEqualTo(outcome.isTakenIn());
        assertThat(drafted.contains(claim(2)))
                .as("%s billed to the second payer", outcome)
                .isEqualTo(isDecided(1) && outcome.journey().course.kind() == Kind.BILLED);
        assertThat(drafted.size()).as("%s drafts", outcome).isLessThanOrEqualTo(2);
        assertThat(outcome.all(ClaimSubmitted.class).stream().map(e -> e.claimId() + e.submission()))
                .as("%s submissions", outcome)
                .doesNotHaveDuplicates();
    }

    /** What was said twice counts once; a claim that is not paid is still followed. */
    void eachEndsOrWaits() {
        assertThat(outcome.all(ClaimAdjudicated.class).stream().map(ClaimAdjudicated::claimId))
                .as("%s decisions", outcome)
                .doesNotHaveDuplicates();
        assertThat(outcome.sum(ClaimRemitted.class, e -> e.amount().amount()))
                .as("%s remitted", outcome)
                .isEqualTo(outcome.says(Word.REMITTED) ? Payers.PAID : 0);
        assertThat(isPaid(1))
                .as("%s paid by the first", outcome)
                .isEqualTo(isDecided(1) && outcome.says(Word.REMITTED));
        assertThat(isPaid(2)).as("%s settled by the second", outcome).isEqualTo(isDecided(2));
        assertThat(isDecided(1)).as("%s decided", outcome).isEqualTo(outcome.says(Word.DECIDED));
        assertThat(isDecided(2))
                .as("%s decided by the second", outcome)
                .isEqualTo(outcome.journey().course.saysAfter(Word.SECOND_DECIDED, Word.DECIDED));
        assertThat(outcome.all(ClaimForwarded.class).size())
                .as("%s passed on", outcome)
                .isEqualTo(isDecided(1) && outcome.journey().payers.forwards() ? 1 : 0);
        for (int payer = 1; payer <= 2; payer++) {
            boolean begun = isDrafted(payer);
            assertThat(outcome.processes().contains("ClaimSaga of " + claim(payer)))
                    .as("%s claim %d followed", outcome, payer)
                    .isEqualTo(begun && !isPaid(payer));
        }
    }

    private String claim(int payer) {
        return outcome.journey().payers.claim(payer);
    }

    private boolean isDrafted(int payer) {
        return outcome.all(ClaimDrafted.class).stream()
                .anyMatch(e -> e.claimId().equals(claim(payer)));
    }

    private boolean isDecided(int payer) {
        return outcome.all(ClaimAdjudicated.class).stream()
                .anyMatch(e -> e.claimId().equals(claim(payer)));
    }

    private boolean isPaid(int payer) {
        return outcome.all(ClaimPaid.class).stream().anyMatch(e -> e.claimId().equals(claim(payer)));
    }
}
