package carequeue.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import carequeue.api.payment.ReceiptCommand.IssueReceipt;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A site's book of receipts: its numbers follow each other without a gap, also from two nodes at once. */
@Aggregate(snapshotTriggerDefinition = "queueSnapshots")
@Revision("1")
public class Receipts {

    /** A repeat comes within moments; the book remembers far more than that. */
    private static final int REMEMBERED = 2000;

    @AggregateIdentifier
    private String bookId;

    private long last;
    private final Map<String, Long> numbers = new LinkedHashMap<>();

    protected Receipts() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(IssueReceipt c, MetaData said, Clock clock, Sites sites) {
        if (!numbers.containsKey(c.moneyId())) {
            Moment now = Moment.of(said, clock);
            Site site = sites.get(c.siteId());
            ReceiptIssued issued = new ReceiptIssued(
                    c.bookId(),
                    c.siteId(),
                    last + 1,
                    c.moneyId(),
                    c.paymentId(),
                    c.visitId(),
                    c.amount(),
                    c.lines(),
                    now.at());
            apply(issued, MetaData.from(now.facts(site.siteId(), site.businessDay(now.at()), c.visitId())));
        }
        return numbers.get(c.moneyId());
    }

    @EventSourcingHandler
    void on(ReceiptIssued e) {
        bookId = e.bookId();
        last = e.number();
        numbers.put(e.moneyId(), e.number());
        if (numbers.size() > REMEMBERED) {
            numbers.remove(numbers.keySet().iterator().next());
        }
    }
}
