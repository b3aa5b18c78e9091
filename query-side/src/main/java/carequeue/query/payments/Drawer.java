package carequeue.query.payments;

import carequeue.api.Money;
import carequeue.api.payment.PaymentQuery.TillEntry;
import carequeue.api.payment.PaymentQuery.TillView;
import carequeue.api.payment.TillCommand.TillState;
import carequeue.api.payment.TillEvent;
import carequeue.api.payment.TillEvent.CashMoved;
import carequeue.api.payment.TillEvent.EntryReversed;
import carequeue.api.payment.TillEvent.TillClosed;
import carequeue.api.payment.TillEvent.TillCounted;
import carequeue.api.payment.TillEvent.TillOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A till as its fold knows it. */
record Drawer(
        String tillId,
        String siteId,
        String user,
        LocalDate businessDay,
        int shift,
        TillState state,
        Money cash,
        Money expected,
        Money counted,
        Money difference,
        Instant openedAt,
        List<TillEntry> entries) {

    /** The till after an event; {@code before} is null where it was never open. */
    static Drawer on(Drawer before, TillEvent event) {
        if (event instanceof TillOpened e) {
            return new Drawer(
                    e.tillId(),
                    e.siteId(),
                    e.user(),
                    e.businessDay(),
                    e.shift(),
                    TillState.OPEN,
                    e.cash(),
                    e.cash(),
                    null,
                    null,
                    e.at(),
                    before == null ? List.of() : before.entries);
        } else if (before == null) {
            return null;
        } else if (event instanceof CashMoved e) {
            List<TillEntry> more = new ArrayList<>(before.entries);
            more.add(new TillEntry(e.entryId(), e.paymentId(), e.amount(), e.at(), false));
            return before.moved(e.expected(), more);
        } else if (event instanceof EntryReversed e) {
            return before.moved(e.expected(), before.without(e.entryId()));
        } else if (event instanceof TillCounted e) {
            return before.counted(before.state, e.counted(), e.difference());
        }
        return event instanceof TillClosed e ? before.counted(TillState.CLOSED, e.counted(), e.difference()) : before;
    }

    private List<TillEntry> without(String entryId) {
        return entries.stream()
                .map(entry -> entry.entryId().equals(entryId)
                        ? new TillEntry(entry.entryId(), entry.paymentId(), entry.amount(), entry.at(), true)
                        : entry)
                .toList();
    }

    private Drawer moved(Money now, List<TillEntry> all) {
        return new Drawer(
                tillId, siteId, user, businessDay, shift, state, cash, now, counted, difference, openedAt, all);
    }

    private Drawer counted(TillState next, Money found, Money by) {
        return new Drawer(tillId, siteId, user, businessDay, shift, next, cash, expected, found, by, openedAt, entries);
    }

    TillView view() {
        return new TillView(
                tillId,
                siteId,
                user,
                businessDay,
                shift,
                state,
                cash,
                expected,
                counted,
                difference,
                openedAt,
                entries);
    }
}
