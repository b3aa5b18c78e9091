package carequeue.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.BillingEvent.*;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.claim.Frequency;
import carequeue.api.claim.PayerEvent.*;
import carequeue.command.Bare;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Random orders and words of payers, beside a simple model that reads only what happened: nothing goes out incomplete, too often or under the wrong
 * frequency, no answer and no payment counts twice, and a claim that is over stays so. A thousand histories by default, more with {@code
 * -Djqwik.tries.default=10000}.
 */
class ClaimModelTest {

    private static final Bare BARE = new Bare(Claim.class, Office.sites());
    private static final int RESUBMISSIONS = 3;

    /** How a child would keep it, from the events alone. */
    private static final class Model {
        int submissions;
        boolean held;
        boolean heldBefore;
        boolean ending;
        boolean over;
        Adjudication decision;
        final Set<String> decisions = new HashSet<>();
        final Map<String, Long> money = new HashMap<>();
        int wait;
    }

    private Model model;
    private int read;

    @Property
    void aClaimKeepsItsLaws(@ForAll @Size(max = 50) List<@IntRange(max = 99_999) Integer> dice) {
        BARE.startAgain(Office.NOON);
        model = new Model();
        read = 0;
        BARE.tries(Office.draft(Office.policy(2, RESUBMISSIONS), List.of()));
        for (int die : dice) {
            BARE.passes(Duration.ofHours(die % 50));
            Object answer = BARE.tries(order(die));
            assertThat(answer)
                    .satisfiesAnyOf(
                            a -> assertThat(a).isNull(),
                            a -> assertThat(a).isInstanceOf(ClaimOutcome.class),
                            a -> assertThat(a).isInstanceOf(Refused.class));
            List<Object> told = BARE.told("cl");
            told.subList(read, told.size()).forEach(event -> lawsHold((ClaimEvent) event));
            read = told.size();
            if (answer instanceof ClaimOutcome outcome) {
                assertThat(outcome.submission()).isEqualTo(model.submissions);
            }
        }
    }

    private Object order(int die) {
        int submission = 1 + die / 20 % Math.max(1, model.submissions + 1);
        String id = "d" + die / 100 % 6;
        long paid = 1000L * (die / 700 % 11);
        return switch (die % 14) {
            case 0, 1 -> Office.type(die / 14 % 3 == 0 ? Office.content(0) : Office.content(10000 + die % 500));
            case 2, 3 -> new SubmitClaim("cl", null, Office.policy(2, RESUBMISSIONS));
            case 4 -> new CorrectClaim("cl", "again");
            case 5 -> die / 14 % 5 == 0 ? new VoidClaim("cl", "wrong", Office.POLICY) : new RequestStatus("cl");
            case 6, 7 -> Office.says(submission, Word.values()[die / 50 % Word.values().length]);
            case 8, 9 -> Office.decides(submission, Office.processed(id, paid));
            case 10 -> Office.decides(submission, die / 14 % 2 == 0 ? Office.denied(id) : Office.reversal(id, paid));
            case 11 -> Office.pays("r" + die / 100 % 5, paid);
            case 12 -> new ElapseClaim("cl", "answer-" + Math.max(1, model.wait - die / 14 % 2));
            default -> new CloseClaim("cl", "small");
        };
    }

    private void lawsHold(ClaimEvent event) {
        if (model.over) {
            assertThat(event)
                    .as("after its end")
                    .isInstanceOfAny(ClaimAnswerNoted.class, ClaimRemitted.class, ClaimHandedOver.class);
        }
        if (event instanceof ClaimSubmitted e) {
            submitted(e);
        } else if (event instanceof ClaimAccepted e) {
            waits(e.waitNumber());
            model.held = true;
        } else if (event instanceof ClaimRejected e) {
            waits(e.waitNumber());
            model.held = model.heldBefore;
        } else if (event instanceof ClaimAdjudicated e) {
            decided(e);
        } else if (event instanceof ClaimReversed e) {
            assertThat(model.decision).as("taken back").isNotNull();
            assertThat(model.decisions.add(e.answerId())).as("taken back once").isTrue();
            model.decision = null;
            model.wait = e.answerBy() == null ? model.wait : e.waitNumber();
        } else if (event instanceof ClaimRemitted e) {
            assertThat(model.money.put(e.reference(), e.amount().amount()))
                    .as("money counts once")
                    .isNull();
            assertThat(e.total().amount()).isEqualTo(total());
        } else if (event instanceof ClaimPaid) {
            assertThat(model.decision.paid().amount()).as("paid").isEqualTo(total());
        } else {
            others(event);
        }
    }

    private void others(ClaimEvent event) {
        if (event instanceof ClaimStatusRequested e) {
            waits(e.waitNumber());
        } else if (event instanceof ClaimCorrected e) {
            waits(e.waitNumber());
        } else if (event instanceof ClaimUnsent e) {
            waits(e.waitNumber());
            model.held = model.heldBefore;
        } else if (event instanceof VoidRefused) {
            assertThat(model.ending).isTrue();
            model.ending = false;
            model.held = true;
        } else if (event instanceof ClaimVoided) {
            assertThat(model.ending || !model.held).as("who holds it is told").isTrue();
            model.over = true;
        }
    }

    private void submitted(ClaimSubmitted e) {
        assertThat(e.submission()).isEqualTo(++model.submissions);
        assertThat(e.content().total()).as("complete").isPositive();
        waits(e.waitNumber());
        model.heldBefore = model.held;
        model.ending = e.frequency() == Frequency.VOID;
        if (!model.ending) {
            assertThat(e.frequency()).isEqualTo(model.held ? Frequency.REPLACEMENT : Frequency.ORIGINAL);
            assertThat(e.submission()).isLessThanOrEqualTo(RESUBMISSIONS + 1);
        } else {
            assertThat(model.held).isTrue();
        }
        if (e.frequency().namesEarlier()) {
            assertThat(e.payerClaimNumber()).isNotNull();
        }
    }

    private void decided(ClaimAdjudicated e) {
        assertThat(e.submission()).as("only the last submission counts").isEqualTo(model.submissions);
        assertThat(model.decisions.add(e.adjudication().answerId()))
                .as("a decision counts once")
                .isTrue();
        assertThat(e.patientOwes().amount() + e.adjudication().paid().amount()).isLessThanOrEqualTo(12000);
        model.decision = e.adjudication();
        model.held = true;
        model.wait = e.answerBy() == null ? model.wait : e.waitNumber();
    }

    private void waits(int number) {
        assertThat(number).as("waits are counted").isEqualTo(model.wait + 1);
        model.wait = number;
    }

    private long total() {
        return model.money.values().stream().collect(Collectors.summingLong(Long::longValue));
    }
}
