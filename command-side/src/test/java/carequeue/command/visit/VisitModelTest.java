package carequeue.command.visit;

import static carequeue.api.visit.VisitState.*;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.site.Sites;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import carequeue.api.visit.VisitState;
import carequeue.command.Bare;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random orders to a visit, beside a simple model: one end, one place at a time, one word of the EHR, and items that open and close. */
class VisitModelTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Bare BARE = new Bare(Visit.class, new Sites(List.of()));
    private static final RequestCheckIn REQUEST = new RequestCheckIn(
            "v1",
            "main",
            LocalDate.of(2026, 11, 23),
            Channel.KIOSK,
            "p1",
            null,
            true,
            null,
            "lab",
            null,
            null,
            null,
            Phi.of("cough"),
            Duration.ofSeconds(2));

    private final Set<OpenItem> items = EnumSet.noneOf(OpenItem.class);
    private VisitState state;
    private LookupOutcome word;
    private String entry;

    @Property
    void aVisitDoesWhatItsModelDoes(@ForAll @Size(max = 50) List<@IntRange(max = 9_999) Integer> dice) {
        BARE.startAgain(NOON);
        items.clear();
        state = REQUESTED;
        word = null;
        entry = null;
        BARE.tries(REQUEST);
        dice.forEach(this::step);
        long ends = told(VisitFinished.class)
                + told(CheckInRefused.class)
                + told(VisitCancelled.class)
                + told(CheckInReversed.class);
        assertThat(ends).as("ends that are for good").isLessThanOrEqualTo(1);
        if (state != ENTERED_IN_ERROR) {
            assertThat(told(VisitLeft.class) - told(VisitReopened.class)).isEqualTo(state == LEFT ? 1 : 0);
        }
    }

    private void step(int die) {
        OpenItem item = OpenItem.values()[die / 12 % OpenItem.values().length];
        switch (die % 64 == 63 ? 14 : die % 64 == 62 ? 15 : die % 14) {
            case 0 -> goes(new LookUpPatient("v1"), CHECKING_IN, EnumSet.of(REQUESTED), everyOther(REQUESTED));
            case 1, 2 -> answer(LookupOutcome.values()[die / 14 % 6]);
            case 3, 4 -> place("e" + die / 14 % 3);
            case 5 -> goes(new BeginService("v1"), IN_SERVICE, EnumSet.of(WAITING), EnumSet.of(IN_SERVICE));
            case 6 -> goes(new BackToWaiting("v1"), WAITING, EnumSet.of(IN_SERVICE), EnumSet.of(WAITING));
            case 7 -> goes(new FinishVisit("v1"), FINISHED, EnumSet.of(WAITING, IN_SERVICE), EnumSet.of(FINISHED));
            case 8 -> goes(new EndUnseen("v1", "x"), LEFT, EnumSet.of(WAITING), EnumSet.of(LEFT));
            case 9 -> goes(new ReopenVisit("v1"), WAITING, EnumSet.of(LEFT), open());
            case 10 ->
                goes(
                        new RefuseCheckIn("v1", "r", "x"),
                        REFUSED,
                        EnumSet.of(REQUESTED, CHECKING_IN),
                        EnumSet.of(REFUSED));
            case 11 -> changes(new RaiseItem("v1", item, "x"), items.add(item));
            case 12 -> changes(new CloseItem("v1", item, "x"), items.remove(item));
            case 14 ->
                goes(
                        new ReverseCheckIn("v1", "x"),
                        ENTERED_IN_ERROR,
                        EnumSet.of(REQUESTED, CHECKING_IN, WAITING, IN_SERVICE, LEFT),
                        EnumSet.of(ENTERED_IN_ERROR));
            case 15 ->
                goes(new CancelVisit("v1", "x"), CANCELLED, EnumSet.of(REQUESTED, CHECKING_IN), EnumSet.of(CANCELLED));
            default -> changes(new NoteTold("v1", item, "ehr", "1"), true, items.remove(item));
        }
    }

    private static EnumSet<VisitState> open() {
        return EnumSet.of(REQUESTED, CHECKING_IN, WAITING, IN_SERVICE);
    }

    private static EnumSet<VisitState> everyOther(VisitState state) {
        return EnumSet.complementOf(EnumSet.of(state));
    }

    private void place(String at) {
        if (at.equals(entry)) {
            changes(new PlaceVisit("v1", "q", at, "L-001"), false);
        } else if (goes(new PlaceVisit("v1", "q", at, "L-001"), WAITING, open(), EnumSet.noneOf(VisitState.class))) {
            entry = at;
        }
    }

    private void answer(LookupOutcome outcome) {
        boolean first = word == null;
        boolean late = word == LookupOutcome.UNAVAILABLE && outcome != LookupOutcome.UNAVAILABLE;
        changes(new AnswerLookup("v1", outcome, "p1", null), first || late);
        word = first || late ? outcome : word;
    }

    /** An order that leads to a state from some, changes nothing in others, and is refused in the rest. */
    private boolean goes(VisitCommand order, VisitState to, Set<VisitState> from, Set<VisitState> harmless) {
        if (!from.contains(state) && !harmless.contains(state)) {
            assertThat(BARE.tries(order))
                    .isInstanceOfSatisfying(
                            Refused.WrongState.class,
                            refused -> assertThat(refused.state()).isEqualTo(state.toString()));
            return false;
        }
        boolean happens = from.contains(state);
        changes(order, happens);
        state = happens ? to : state;
        assertThat(BARE.<Visit, VisitState>now(Visit.class, "v1", Visit::state))
                .as("%s", order)
                .isEqualTo(state);
        return happens;
    }

    /** Carries an order out, from which as many events come as there are changes. */
    private void changes(VisitCommand order, boolean... changes) {
        int known = BARE.told("v1").size();
        Object answer = BARE.tries(order);
        assertThat(answer instanceof RuntimeException)
                .as("%s refused: %s", order, answer)
                .isFalse();
        int expected = 0;
        for (boolean change : changes) {
            expected += change ? 1 : 0;
        }
        assertThat(BARE.told("v1").size() - known)
                .as("%s when %s", order, state)
                .isEqualTo(expected);
    }

    private static long told(Class<?> event) {
        return BARE.told("v1").stream().filter(event::isInstance).count();
    }
}
