package carequeue.command.payment;

import carequeue.api.payment.DisputeState;
import carequeue.api.payment.PaymentState;
import java.util.Optional;

/** The one word for how a payment stands. */
final class Standing {

    private Standing() {}

    static PaymentState of(Ledger l) {
        Optional<Attempt> open = l.unresolved();
        if (open.isPresent()) {
            return l.voidWanted ? PaymentState.VOIDING : during(open.get());
        } else if (l.disputed(DisputeState.OPEN) > 0) {
            return PaymentState.DISPUTED;
        } else if (l.lost() > 0) {
            return PaymentState.DISPUTE_LOST;
        } else if (l.authorised() > 0) {
            return PaymentState.AUTHORISED;
        }
        return l.captured() == 0 ? unpaid(l) : paid(l);
    }

    private static PaymentState during(Attempt open) {
        return switch (open.state) {
            case UNKNOWN -> PaymentState.CHECKING;
            case REQUIRES_ACTION -> PaymentState.REQUIRES_ACTION;
            case PROCESSING -> PaymentState.PROCESSING;
            case AUTHORISED -> open.capturing ? PaymentState.CAPTURING : PaymentState.VOIDING;
            case STARTED, CAPTURED, FAILED, CANCELLED -> PaymentState.AUTHORISING;
        };
    }

    private static PaymentState unpaid(Ledger l) {
        if (l.voided) {
            return PaymentState.VOIDED;
        } else if (l.rest() == 0) {
            return l.writtenOff > 0 ? PaymentState.WRITTEN_OFF : PaymentState.WAIVED;
        } else if (l.held) {
            return PaymentState.HELD;
        } else if (l.postponed) {
            return PaymentState.PAY_LATER;
        }
        return l.failed ? PaymentState.FAILED : PaymentState.REQUESTED;
    }

    private static PaymentState paid(Ledger l) {
        if (l.refunding()) {
            return PaymentState.REFUNDING;
        } else if (l.refunded() > 0) {
            return l.refunded() >= l.captured() ? PaymentState.REFUNDED : PaymentState.PART_REFUNDED;
        }
        return l.rest() > 0 ? PaymentState.PART_PAID : PaymentState.CAPTURED;
    }
}
