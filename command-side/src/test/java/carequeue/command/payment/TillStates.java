package carequeue.command.payment;

import static carequeue.command.payment.Desk.DAY;
import static carequeue.command.payment.Desk.usd;

import carequeue.api.payment.TillCommand;
import carequeue.api.payment.TillCommand.*;
import carequeue.api.payment.TillEvent.CashMoved;
import carequeue.api.payment.TillEvent.TillClosed;
import carequeue.api.payment.TillEvent.TillOpened;
import carequeue.api.site.Sites;
import carequeue.command.StateTable;
import java.util.List;

/** Fran's till with 25 dollars of one payment in it. */
final class TillStates extends StateTable<Till, TillState> {

    private static final TillOpened OPENED = new TillOpened("t", "main", DAY, "fran", 1, usd(10_000), NOON);
    private static final CashMoved MOVED = new CashMoved("t", "c1", "pay", usd(2500), usd(12_500), false, NOON);

    TillStates() {
        super(Till.class, TillState.class, TillCommand.class, "t");
        way(TillState.OPEN, List.of(OPENED, MOVED));
        way(
                TillState.CLOSED,
                List.of(OPENED, MOVED, new TillClosed("t", usd(12_500), usd(12_500), usd(0), null, "fran", NOON)));
        row(new OpenTill("t", "main", DAY, "fran", usd(10_000)));
        row(new RecordCash("t", "c1", "pay", usd(2500)), "that is known");
        row(new RecordCash("t", "c2", "pay", usd(-500)), "that is new");
        row(new CountTill("t", usd(12_500), null), "without a difference");
        row(new CountTill("t", usd(12_400), null), "with a difference and no reason");
        row(new CloseTill("t", usd(12_500), null), "without a difference");
        row(new CloseTill("t", usd(12_400), "a coin fell"), "with a difference and a reason");
        row(new ReverseEntry("t", "c1", "typed twice"));
    }

    @Override
    protected String name() {
        return "Till";
    }

    @Override
    protected String about() {
        return "The cash of one person on one business day.";
    }

    @Override
    protected TillState state(Till till) {
        return till.state;
    }

    @Override
    protected Sites clinic() {
        return Desk.sites();
    }
}
