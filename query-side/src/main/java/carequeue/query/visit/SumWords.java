package carequeue.query.visit;

import static carequeue.query.pages.Amounts.plain;

import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.AnswerNoted;
import carequeue.api.eligibility.EligibilityEvent.AnswerStands;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.eligibility.EligibilityEvent.EligibilityDecided;
import carequeue.api.eligibility.EligibilityEvent.EligibilityHandedOver;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.EligibilityEvent.EligibilityUnanswered;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotificationEvent.NotificationDelivered;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.notification.NotificationEvent.NotificationSent;
import carequeue.api.notification.NotificationEvent.NotificationUndelivered;
import carequeue.api.payment.AttemptEvent.AttemptCaptured;
import carequeue.api.payment.AttemptEvent.AttemptFailed;
import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CashReturned;
import carequeue.api.payment.AttemptEvent.CashTaken;
import carequeue.api.payment.OwedEvent.AmountRevised;
import carequeue.api.payment.OwedEvent.ApprovalAsked;
import carequeue.api.payment.OwedEvent.MoreOwed;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.OwedEvent.PaymentWaived;
import carequeue.api.payment.OwedEvent.PaymentWrittenOff;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.RefundEvent.DisputeLost;
import carequeue.api.payment.RefundEvent.DisputeOpened;
import carequeue.api.payment.RefundEvent.RefundDone;
import carequeue.api.payment.RefundEvent.RefundFailed;
import carequeue.api.payment.RefundEvent.RefundProposed;
import carequeue.api.payment.RefundEvent.RefundRequested;
import java.util.Arrays;
import java.util.List;

/** The words that events of money, insurance and messages put into their sentences; nothing personal among them. */
final class SumWords {

    private SumWords() {}

    static List<String> of(Object event) {
        if (event instanceof PaymentEvent e) {
            return ofPayment(e);
        } else if (event instanceof EligibilityEvent e) {
            return ofInsurance(e);
        } else if (event instanceof NotificationEvent e) {
            return ofMessage(e);
        }
        return event instanceof ReceiptIssued e ? words(e.number(), plain(e.amount())) : List.of();
    }

    private static List<String> ofPayment(PaymentEvent event) {
        if (event instanceof PaymentRequested e) {
            return words(plain(e.amount()), e.purpose());
        } else if (event instanceof AmountRevised e) {
            return words(plain(e.before()), plain(e.amount()));
        } else if (event instanceof MoreOwed e) {
            return words(plain(e.difference()));
        } else if (event instanceof ApprovalAsked e) {
            return words(e.what(), plain(e.amount()));
        } else if (event instanceof PaymentWaived e) {
            return words(plain(e.amount()));
        } else if (event instanceof PaymentWrittenOff e) {
            return words(plain(e.amount()));
        } else if (event instanceof AttemptStarted e) {
            return words(plain(e.amount()), e.method());
        } else if (event instanceof AttemptCaptured e) {
            return words(plain(e.amount()), e.method());
        } else if (event instanceof CashTaken e) {
            return words(plain(e.amount()));
        } else if (event instanceof CashReturned e) {
            return words(plain(e.amount()));
        } else if (event instanceof AttemptFailed e) {
            return words(e.failure(), e.code());
        }
        return ofRefund(event);
    }

    private static List<String> ofRefund(PaymentEvent event) {
        if (event instanceof RefundProposed e) {
            return words(plain(e.amount()));
        } else if (event instanceof RefundRequested e) {
            return words(plain(e.amount()), e.method());
        } else if (event instanceof RefundDone e) {
            return words(plain(e.amount()));
        } else if (event instanceof RefundFailed e) {
            return words(e.code());
        } else if (event instanceof DisputeOpened e) {
            return words(plain(e.amount()));
        }
        return event instanceof DisputeLost e ? words(plain(e.amount())) : List.of();
    }

    private static List<String> ofInsurance(EligibilityEvent event) {
        if (event instanceof EligibilityRequested e) {
            return words(e.coverage().payerName(), e.coverage().order());
        } else if (event instanceof EligibilityAnswered e) {
            return words(e.order(), e.answer().outcome(), e.next());
        } else if (event instanceof EligibilityUnanswered e) {
            return words(e.order(), e.next());
        } else if (event instanceof AnswerStands e) {
            return words(e.coverage().order(), e.state());
        } else if (event instanceof AnswerNoted e) {
            return words(e.outcome());
        } else if (event instanceof EligibilityDecided e) {
            return words(e.order(), e.state());
        }
        return event instanceof EligibilityHandedOver e ? words(e.order(), e.state()) : List.of();
    }

    private static List<String> ofMessage(NotificationEvent event) {
        if (event instanceof NotificationRequested e) {
            return words(e.template());
        } else if (event instanceof NotificationDispatched e) {
            return words(e.channel(), e.template());
        } else if (event instanceof NotificationSent e) {
            return words(e.channel());
        } else if (event instanceof NotificationDelivered e) {
            return words(e.channel());
        }
        return event instanceof NotificationUndelivered e ? words(e.channel(), e.code()) : List.of();
    }

    private static List<String> words(Object... words) {
        return Arrays.stream(words).map(w -> w == null ? "" : w.toString()).toList();
    }
}
