package carequeue.query.payments;

import carequeue.api.payment.OwedEvent.Approval;
import java.time.Instant;
import java.util.List;

/** What is owed on a payment, what was let go of it, and how it is marked. */
record Owed(long amount, long waived, long writtenOff, Marks marks, List<Wish> approvals) {

    /** How a payment is marked beside its sums. */
    record Marks(boolean failed, boolean held, boolean postponed, boolean voidWanted, boolean voided) {
        static final Marks NONE = new Marks(false, false, false, false, false);

        Marks failed(boolean now) {
            return new Marks(now, held, postponed, voidWanted, voided);
        }

        Marks kept(boolean toHold) {
            return new Marks(failed, toHold, !toHold, voidWanted, voided);
        }

        Marks beingVoided() {
            return new Marks(failed, held, postponed, true, voided);
        }

        Marks nowVoid() {
            return new Marks(failed, held, postponed, voidWanted, true);
        }
    }

    /** What somebody wishes and a second person has to approve. */
    record Wish(Approval what, long amount, String reason, String by, Instant at) {}

    Owed amount(long now) {
        return new Owed(now, waived, writtenOff, marks, approvals);
    }

    Owed waive(long more) {
        return new Owed(amount, waived + more, writtenOff, marks, approvals);
    }

    Owed writeOff(long more) {
        return new Owed(amount, waived, writtenOff + more, marks, approvals);
    }

    Owed marked(Marks now) {
        return new Owed(amount, waived, writtenOff, now, approvals);
    }

    Owed wished(List<Wish> now) {
        return new Owed(amount, waived, writtenOff, marks, now);
    }

    /** What is owed after what was let go. */
    long due() {
        return marks.voidWanted() ? 0 : Math.max(0, amount - waived - writtenOff);
    }
}
