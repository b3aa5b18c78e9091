package carequeue.query.visit;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.StepState;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitQuery.CheckInStep;
import carequeue.api.visit.VisitState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A visit's card and its check-in's steps along each path. */
class CardFoldTest {

    private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void aBookedPatientsCheckInGoesThroughItsSteps() {
        assertThat(steps(begun())).containsExactly("pending", "pending", "pending", "pending", "pending", "pending");
        assertThat(steps(begun(), found(), placed()))
                .containsExactly("done", "skipped", "skipped", "done", "pending", "pending");
        assertThat(steps(begun(), found(), placed(), told(OpenItem.EHR_ARRIVED), told(OpenItem.EHR_CHECKED_IN)))
                .containsExactly("done", "skipped", "skipped", "done", "done", "done");
    }

    @Test
    void whatTheEhrMissedStandsOpenUntilItIsTold() {
        VisitEvent cached = new VisitEvent.ItemRaised("v", OpenItem.PATIENT_DATA_CACHED, null, AT);
        VisitEvent raised = new VisitEvent.ItemRaised("v", OpenItem.EHR_ARRIVED, "no answer", AT);
        assertThat(steps(begun(), cached, placed(), raised))
                .containsExactly("open", "skipped", "skipped", "done", "open", "pending");
        Card late = card(
                begun(),
                cached,
                placed(),
                raised,
                found(),
                new VisitEvent.ItemClosed("v", OpenItem.PATIENT_DATA_CACHED, "late answer", AT),
                told(OpenItem.EHR_ARRIVED));
        assertThat(CheckInSteps.of(late).steps())
                .extracting(CheckInStep::state)
                .containsExactly("done", "skipped", "skipped", "done", "done", "pending");
        assertThat(late.openItems()).isZero();
        assertThat(late.things()).extracting(Card.Thing::how).containsExactly("late answer", "told");
    }

    @Test
    void aRefusedCheckInSaysWhyAndLeavesNothingPending() {
        VisitEvent refused = new VisitEvent.CheckInRefused("v", null, "unknown-patient", "Nobody is known.", AT);
        VisitEvent notFound = new VisitEvent.PatientLookupAnswered("v", LookupOutcome.NOT_FOUND, null, null, AT);
        Card card = card(begun(), notFound, refused);
        assertThat(card.state()).isEqualTo(VisitState.REFUSED);
        assertThat(CheckInSteps.of(card).state()).isEqualTo("refused");
        assertThat(CheckInSteps.of(card).steps())
                .extracting(CheckInStep::state)
                .containsExactly("failed", "skipped", "skipped", "failed", "skipped", "skipped");
        assertThat(CheckInSteps.of(card).steps().get(3).detail()).isEqualTo("Nobody is known.");
    }

    @Test
    void theVisitsStateFollowsItsEvents() {
        assertThat(card(begun(), placed()).state()).isEqualTo(VisitState.WAITING);
        assertThat(card(begun(), placed(), new VisitEvent.ServiceBegun("v", "p", AT))
                        .state())
                .isEqualTo(VisitState.IN_SERVICE);
        assertThat(card(begun(), placed(), new VisitEvent.VisitFinished("v", "p", null, AT))
                        .state())
                .isEqualTo(VisitState.FINISHED);
        assertThat(card(begun(), placed(), new VisitEvent.VisitLeft("v", "p", null, "long wait", AT))
                        .state())
                .isEqualTo(VisitState.LEFT);
        assertThat(card(begun(), new VisitEvent.PatientIdentified("v", "main", "q", "p", AT))
                        .patientId())
                .isEqualTo("q");
        assertThat(card(placed())).isNull();
    }

    @Test
    void theSameItemRaisedTwiceIsOneAndMayComeAgainLater() {
        VisitEvent raised = new VisitEvent.ItemRaised("v", OpenItem.EHR_ARRIVED, null, AT);
        assertThat(card(begun(), raised, raised).things()).hasSize(1);
        assertThat(card(begun(), raised, told(OpenItem.EHR_ARRIVED), raised).openItems())
                .isEqualTo(1);
    }

    @Test
    void aCheckInTakenBackSaysSoAndKeepsTheReasonForTheTimeline() {
        VisitEvent reversed = new VisitEvent.CheckInReversed("v", "main", "p", null, "the other Maria", AT);
        Card card = card(begun(), found(), placed(), reversed);
        assertThat(card.state()).isEqualTo(VisitState.ENTERED_IN_ERROR);
        assertThat(CheckInSteps.of(card).state()).isEqualTo("refused");
        assertThat(card.refusal().sentence()).doesNotContain("Maria");
        assertThat(StepReason.of(reversed, Map.of())).isEqualTo("the other Maria");
        VisitEvent cancelled = new VisitEvent.VisitCancelled("v", "main", "p", null, "comes tomorrow", AT);
        assertThat(card(begun(), cancelled).state()).isEqualTo(VisitState.CANCELLED);
        assertThat(steps(begun(), cancelled))
                .containsExactly("skipped", "skipped", "skipped", "failed", "skipped", "skipped");
    }

    @Test
    void whatAPersonClosedIsClosedWithTheirNameAndReason() {
        VisitEvent raised = new VisitEvent.ItemRaised("v", OpenItem.EHR_ARRIVED, "no answer", AT);
        VisitEvent closed = new VisitEvent.ItemClosedByHand("v", OpenItem.EHR_ARRIVED, "told by phone", "fran", AT);
        Card.Thing thing = card(begun(), raised, closed).things().get(0);
        assertThat(thing.open()).isFalse();
        assertThat(thing.how()).isEqualTo("told by phone");
        assertThat(thing.by()).isEqualTo("fran");
    }

    @Test
    void whoIsTooEarlyIsToldWhenTheyArePlaced() {
        VisitEvent early = new VisitEvent.CheckInRequested(
                "v",
                "main",
                LocalDate.of(2026, 11, 23),
                Channel.KIOSK,
                "p",
                null,
                true,
                "a",
                "primary-care",
                null,
                AT.plusSeconds(7200),
                null,
                null,
                Duration.ofSeconds(2),
                AT,
                AT.plusSeconds(5400),
                null,
                null);
        assertThat(CheckInSteps.of(card(early, found())).state()).isEqualTo("running");
        assertThat(CheckInSteps.of(card(early, found())).steps())
                .filteredOn(step -> step.name().equals("queue"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo("pending");
                    assertThat(step.detail()).contains("2026-11-23T16:30:00Z");
                });
    }

    private static VisitEvent noted(CheckInPart part, StepState state, String detail) {
        return new VisitEvent.StepNoted("v", part, state, detail, AT);
    }

    private static VisitEvent raised(OpenItem item, String detail) {
        return new VisitEvent.ItemRaised("v", item, detail, AT);
    }

    private static List<String> paid(VisitEvent... events) {
        return CheckInSteps.of(card(events)).steps().subList(1, 3).stream()
                .map(s -> s.state() + " " + s.detail())
                .toList();
    }

    @Test
    void whoPaysIsToldAsItStands() {
        VisitEvent verified = noted(CheckInPart.ELIGIBILITY, StepState.DONE, "active");
        VisitEvent unverified = raised(OpenItem.INSURANCE_UNVERIFIED, "not connected");
        VisitEvent unpaid = raised(OpenItem.CO_PAY_UNPAID, "asked: 25.00 USD");
        assertThat(paid(begun(), placed())).containsExactly("skipped self-pay", "skipped nothing is asked");
        assertThat(paid(begun(), verified, placed())).containsExactly("done active", "pending null");
        assertThat(paid(begun(), verified, placed(), unpaid)).containsExactly("done active", "open asked: 25.00 USD");
        assertThat(paid(
                        begun(),
                        verified,
                        placed(),
                        unpaid,
                        new VisitEvent.ItemClosed("v", OpenItem.CO_PAY_UNPAID, "paid", AT)))
                .containsExactly("done active", "done paid");
        assertThat(paid(begun(), verified, noted(CheckInPart.CO_PAY, StepState.SKIPPED, "nothing is owed"), placed()))
                .containsExactly("done active", "skipped nothing is owed");
        assertThat(paid(begun(), unverified, placed())).containsExactly("open not connected", "pending null");
        assertThat(paid(
                        begun(),
                        unverified,
                        placed(),
                        new VisitEvent.ItemClosed("v", OpenItem.INSURANCE_UNVERIFIED, "verified", AT)))
                .containsExactly("done verified", "pending null");
    }

    private static List<String> steps(VisitEvent... events) {
        return CheckInSteps.of(card(events)).steps().stream()
                .map(CheckInStep::state)
                .toList();
    }

    private static Card card(VisitEvent... events) {
        Card card = null;
        for (VisitEvent event : events) {
            card = CardFold.on(card, event);
        }
        return card;
    }

    private static VisitEvent begun() {
        return new VisitEvent.CheckInRequested(
                "v",
                "main",
                LocalDate.of(2026, 11, 23),
                Channel.DESK,
                "p",
                null,
                true,
                null,
                "primary-care",
                null,
                null,
                null,
                null,
                Duration.ofSeconds(2),
                AT);
    }

    private static VisitEvent found() {
        return new VisitEvent.PatientLookupAnswered("v", LookupOutcome.FOUND, "p", null, AT);
    }

    private static VisitEvent placed() {
        return new VisitEvent.VisitPlaced("v", "p", null, "main.primary-care.2026-11-23", "e", "A-001", AT);
    }

    private static VisitEvent told(OpenItem what) {
        return new VisitEvent.OutsideTold("v", what, "ehr", "Encounter/1", AT);
    }
}
