package carequeue.command.journey;

import carequeue.api.claim.BalanceCommand.ElapseBalance;
import carequeue.api.claim.ClaimCommand.ElapseClaim;
import carequeue.api.eligibility.AheadCommand.ElapseAhead;
import carequeue.api.eligibility.EligibilityCommand.ElapseEligibility;
import carequeue.api.notification.NotificationCommand.ElapseNotification;
import carequeue.api.payment.PaymentCommand.EndPaymentPatience;
import carequeue.api.queue.QueueCommand.EndDay;
import carequeue.api.visit.VisitCommand.EndPatience;
import java.util.function.BiFunction;

/** Who waits for something with a deadline, and the order that tells it that the wait is over. */
enum Waiting {
    VISIT(EndPatience::new),
    ELIGIBILITY(ElapseEligibility::new),
    AHEAD(ElapseAhead::new),
    CLAIM(ElapseClaim::new),
    BALANCE(ElapseBalance::new),
    NOTIFICATION(ElapseNotification::new),
    PAYMENT(EndPaymentPatience::new),
    QUEUE((queueId, step) -> new EndDay(queueId)),
    SITE(SiteTasks::begin);

    private final BiFunction<String, String, Object> ending;

    Waiting(BiFunction<String, String, Object> ending) {
        this.ending = ending;
    }

    /** The order to the one that waits, by its identifier and the step that it waits for. */
    Object end(String id, String step) {
        return ending.apply(id, step);
    }
}
