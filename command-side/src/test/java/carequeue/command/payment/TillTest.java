package carequeue.command.payment;

import static carequeue.command.payment.Desk.DAY;
import static carequeue.command.payment.Desk.NOON;
import static carequeue.command.payment.Desk.as;
import static carequeue.command.payment.Desk.usd;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.TillCommand;
import carequeue.api.payment.TillCommand.*;
import carequeue.api.payment.TillEvent;
import carequeue.api.payment.TillEvent.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** A till's day: opened, moved by payments, counted, corrected, closed, opened again. */
class TillTest {

    private static final MetaData FRAN = as("fran", "front-desk");
    private static final TillOpened OPENED = new TillOpened("t", "main", DAY, "fran", 1, usd(10_000), NOON);
    private static final CashMoved MOVED = new CashMoved("t", "a1", "pay", usd(2500), usd(12_500), false, NOON);
    private static final TillClosed CLOSED = new TillClosed("t", usd(12_500), usd(12_500), usd(0), null, "fran", NOON);

    private static ResultValidator<Till> when(TillCommand order, MetaData who, TillEvent... story) {
        List<TillEvent> all = new ArrayList<>(List.of(OPENED));
        all.addAll(Arrays.asList(story));
        return Desk.fixture(Till.class).given(all).when(order, who);
    }

    @Test
    void itIsOpenedOnceAndAgainForALaterShift() {
        OpenTill open = new OpenTill("t", "main", DAY, "fran", usd(10_000));
        Desk.fixture(Till.class).givenNoPriorActivity().when(open, FRAN).expectEvents(OPENED);
        when(open, FRAN).expectException(Refused.WrongState.class);
        when(open, FRAN, MOVED, CLOSED).expectEvents(new TillOpened("t", "main", DAY, "fran", 2, usd(10_000), NOON));
        Desk.fixture(Till.class)
                .givenNoPriorActivity()
                .when(open, MetaData.with(Facts.SITES, "north"))
                .expectException(Refused.NotFound.class);
        Desk.fixture(Till.class)
                .givenNoPriorActivity()
                .when(new OpenTill("t", "main", DAY, "fran", usd(-1)), FRAN)
                .expectException(Refused.BadField.class);
    }

    @Test
    void cashMovesOnceAndIsNeverRefused() {
        RecordCash in = new RecordCash("t", "a1", "pay", usd(2500));
        when(in, FRAN).expectEvents(MOVED);
        when(in, FRAN, MOVED).expectNoEvents();
        when(new RecordCash("t", "a2", "pay", usd(-500)), FRAN, MOVED, CLOSED)
                .expectEvents(new CashMoved("t", "a2", "pay", usd(-500), usd(12_000), true, NOON));
        when(new RecordCash("t", "a3", "pay", new Money(900, "EUR")), FRAN)
                .expectEvents(new CashMoved("t", "a3", "pay", new Money(900, "EUR"), usd(10_000), false, NOON));
    }

    @Test
    void aDifferenceNeedsAReason() {
        when(new CountTill("t", usd(12_500), null), FRAN, MOVED)
                .expectEvents(new TillCounted("t", usd(12_500), usd(12_500), usd(0), null, "fran", NOON));
        when(new CountTill("t", usd(12_400), null), FRAN, MOVED).expectException(Refused.BadField.class);
        when(new CloseTill("t", usd(12_400), " "), FRAN, MOVED).expectException(Refused.BadField.class);
        when(new CloseTill("t", usd(12_400), "a coin fell"), FRAN, MOVED)
                .expectEvents(new TillClosed("t", usd(12_400), usd(12_500), usd(-100), "a coin fell", "fran", NOON));
        when(new CountTill("t", new Money(12_500, "EUR"), null), FRAN, MOVED).expectException(Refused.BadField.class);
    }

    @Test
    void onlyItsOwnerOrAManagerCounts() {
        CountTill count = new CountTill("t", usd(10_000), null);
        when(count, as("eva", "front-desk")).expectException(Refused.NotAllowed.class);
        when(count, as("mia", "manager")).expectSuccessfulHandlerExecution();
        when(count, FRAN, CLOSED).expectException(Refused.WrongState.class);
    }

    @Test
    void aCorrectionIsAnOppositeEntryOnce() {
        EntryReversed reversed = new EntryReversed("t", "a1", usd(-2500), usd(10_000), "typed twice", "mia", NOON);
        ReverseEntry order = new ReverseEntry("t", "a1", "typed twice");
        when(order, as("mia", "manager"), MOVED).expectEvents(reversed);
        when(order, as("mia", "manager"), MOVED, reversed).expectException(Refused.AgainstRule.class);
        when(order, as("mia", "manager")).expectException(Refused.NotFound.class);
        when(order, as("mia", "manager"), MOVED, CLOSED).expectException(Refused.WrongState.class);
    }
}
