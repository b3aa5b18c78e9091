package carequeue.query.payments;

import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentState;

/** The one word for how a payment stands, as the payment itself answers its orders with. */
final class Standing {

    private Standing() {}

    static PaymentState of(Account a) {
        if (a.unresolved().isPresent()) {
            return a.owed().marks().voidWanted()
                    ? PaymentState.VOIDING
                    : during(a.unresolved().get().course());
        } else if (a.disputed(DisputeState.OPEN) > 0) {
            return PaymentState.DISPUTED;
        } else if (a.disputed(DisputeState.LOST) > 0) {
            return PaymentState.DISPUTE_LOST;
        } else if (a.authorised() > 0) {
            return PaymentState.AUTHORISED;
        }
        return a.captured() == 0 ? unpaid(a, a.owed().marks()) : paid(a);
    }

    private static PaymentState during(Tried.Course open) {
        return switch (open.state()) {
            case UNKNOWN -> PaymentState.CHECKING;
            case REQUIRES_ACTION -> PaymentState.REQUIRES_ACTION;
            case PROCESSING -> PaymentState.PROCESSING;
            case AUTHORISED -> open.capturing() ? PaymentState.CAPTURING : PaymentState.VOIDING;
            case STARTED, CAPTURED, FAILED, CANCELLED -> PaymentState.AUTHORISING;
        };
    }

    private static PaymentState unpaid(Account a, Owed.Marks marks) {
        if (marks.voided()) {
            return PaymentState.VOIDED;
        } else if (a.rest() == 0) {
            return a.owed().writtenOff() > 0 ? PaymentState.WRITTEN_OFF : PaymentState.WAIVED;
        } else if (marks.held()) {
            return PaymentState.HELD;
        } else if (marks.postponed()) {
            return PaymentState.PAY_LATER;
        }
        return marks.failed() ? PaymentState.FAILED : PaymentState.REQUESTED;
    }

    private static PaymentState paid(Account a) {
        if (a.refunding()) {
            return PaymentState.REFUNDING;
        } else if (a.refunded() > 0) {
            return a.refunded() >= a.captured() ? PaymentState.REFUNDED : PaymentState.PART_REFUNDED;
        }
        return a.rest() > 0 ? PaymentState.PART_PAID : PaymentState.CAPTURED;
    }
}
