package carequeue.app.permuted;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.notification.NotificationEvent.NotificationDelivered;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What came of a journey, as its events tell it. */
record Outcome(Journey journey, List<Object> events) {

    private static final long DEFAULT = 2500;

    private <E> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private <E> long sum(Class<E> type, ToLongFunction<E> amount) {
        return all(type).stream().mapToLong(amount).sum();
    }

    String ticket() {
        return all(EntryJoined.class).get(0).ticket();
    }

    /** What is not as it should be, in words; nothing else is expected of any journey than of the others. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        List.<Runnable>of(
                        this::oneTicketAndOneEnd,
                        this::nothingAskedTwice,
                        this::theLedgerAddsUp,
                        this::whatIsOpenIsNamed,
                        this::toldOnce)
                .forEach(law -> {
                    try {
                        law.run();
                    } catch (AssertionError broken) {
                        faults.add(broken.getMessage());
                    }
                });
        return faults;
    }

    private void oneTicketAndOneEnd() {
        assertThat(all(CheckInRefused.class)).as("%s refused", journey).isEmpty();
        assertThat(all(EntryJoined.class)).as("%s places", journey).hasSize(1);
        assertThat(all(VisitFinished.class)).as("%s ends", journey).hasSize(1);
    }

    /** The amounts asked, as they stand in the end, are what the payer says, or the site's default: no more and no less. */
    private void nothingAskedTwice() {
        assertThat(all(PaymentRequested.class))
                .extracting(PaymentRequested::paymentId)
                .as("%s payments", journey)
                .doesNotHaveDuplicates();
        assertThat(owed()).as("%s owed", journey).isEqualTo(payerSpoke() ? journey.course.coPay() : DEFAULT);
        assertThat(all(AttemptCaptured.class))
                .extracting(AttemptCaptured::attemptId)
                .as("%s captures", journey)
                .doesNotHaveDuplicates();
    }

    private boolean payerSpoke() {
        return all(EligibilityAnswered.class).stream()
                .anyMatch(e -> e.answer().outcome().decided());
    }

    private long owed() {
        Map<String, Long> amounts = new TreeMap<>();
        for (Object event : events) {
            if (event instanceof PaymentRequested e) {
                amounts.put(e.paymentId(), e.amount().amount());
            } else if (event instanceof AmountRevised e) {
                amounts.put(e.paymentId(), e.amount().amount());
            }
        }
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    private long taken() {
        return sum(AttemptCaptured.class, e -> e.amount().amount())
                - sum(RefundDone.class, e -> e.amount().amount());
    }

    private void theLedgerAddsUp() {
        assertThat(sum(ReceiptIssued.class, e -> e.amount().amount()))
                .as("%s receipts", journey)
                .isEqualTo(taken());
        assertThat(taken()).as("%s taken", journey).isBetween(0L, owed());
    }

    private void whatIsOpenIsNamed() {
        Set<OpenItem> open = open();
        assertThat(open.contains(OpenItem.INSURANCE_UNVERIFIED))
                .as("%s insurance open", journey)
                .isEqualTo(!payerSpoke());
        assertThat(open.contains(OpenItem.CO_PAY_UNPAID))
                .as("%s co-pay open", journey)
                .isEqualTo(taken() < owed());
        assertThat(open.contains(OpenItem.PATIENT_DATA_CACHED))
                .as("%s patient data open", journey)
                .isEqualTo(!journey.course.says(Word.LOOKUP));
    }

    private Set<OpenItem> open() {
        Set<OpenItem> open = EnumSet.noneOf(OpenItem.class);
        for (Object event : events) {
            if (event instanceof ItemRaised e) {
                open.add(e.item());
            } else if (event instanceof ItemClosed e) {
                open.remove(e.item());
            }
        }
        return open;
    }

    private void toldOnce() {
        assertThat(all(NotificationRequested.class))
                .extracting(NotificationRequested::reason)
                .as("%s messages", journey)
                .contains("placed:" + journey.visit)
                .doesNotHaveDuplicates();
        assertThat(all(NotificationDispatched.class))
                .extracting(e -> e.notificationId() + e.attempt())
                .as("%s dispatches", journey)
                .doesNotHaveDuplicates();
        assertThat(all(NotificationDelivered.class))
                .extracting(NotificationDelivered::notificationId)
                .as("%s deliveries", journey)
                .doesNotHaveDuplicates();
    }
}
