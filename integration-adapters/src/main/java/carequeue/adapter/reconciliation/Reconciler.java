package carequeue.adapter.reconciliation;

import carequeue.adapter.payment.Charges;
import carequeue.adapter.payment.Movement;
import carequeue.adapter.payment.PaymentProcessor;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares each business day of each account when it is over, and again while something about it is open. */
@Component
public class Reconciler {

    /** After a long standstill no more days are made up for. */
    private static final int DAYS_BACK = 30;

    private final Accounts accounts;
    private final Days days;
    private final Differences differences;
    private final OurBooks books;
    private final PaymentProcessor provider;
    private final Charges charges;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Reconciler(
            Accounts accounts,
            Days days,
            Differences differences,
            OurBooks books,
            PaymentProcessor provider,
            Charges charges,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.days = days;
        this.differences = differences;
        this.books = books;
        this.provider = provider;
        this.charges = charges;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Compares what is due; what cannot be compared now is compared later. */
    public void turn() {
        if (!accounts.connected()) {
            return;
        }
        accounts.all().forEach(this::over);
        for (Optional<Day> day = days.lease(); day.isPresent(); day = days.lease()) {
            compare(day.get());
        }
    }

    /** Orders a day to be compared now; one that is not over yet, up to this moment. */
    Day order(String siteId, LocalDate date) {
        Account account = accounts.of(siteId);
        Day day = account.day(date);
        if (clock.instant().isBefore(day.ends())) {
            throw new Refused.AgainstRule("day-over", "A day is compared when it is over.");
        }
        days.wantAgain(day);
        return day;
    }

    private void over(Account account) {
        LocalDate yesterday = account.today(clock.instant()).minusDays(1);
        LocalDate first =
                days.last(account.name()).map(last -> last.plusDays(1)).orElse(yesterday);
        LocalDate earliest = yesterday.minusDays(DAYS_BACK);
        LocalDate next = first.isBefore(earliest) ? earliest : first;
        while (!next.isAfter(yesterday)) {
            days.want(account.day(next));
            next = next.plusDays(1);
        }
    }

    private void compare(Day day) {
        try {
            List<Movement> moved = provider.movements(day.siteId(), day.begins(), day.ends());
            List<Difference> found = new Comparison(books, provider, charges, day).differences(moved);
            List<Total> totals = Total.of(moved, books.taken(day), books.givenBack(day));
            Instant now = clock.instant();
            transaction.executeWithoutResult(status -> {
                differences.found(day, found, now);
                days.done(day, totals, now);
            });
        } catch (OutsideFailure away) {
            days.failed(day, away.getClass().getSimpleName());
        }
    }
}
