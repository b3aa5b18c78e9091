package carequeue.command.payment;

import static carequeue.command.payment.Desk.usd;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.payment.AttemptEvent.AttemptStarted;
import carequeue.api.payment.AttemptEvent.CancelRequested;
import carequeue.api.payment.AttemptEvent.CaptureRequested;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.ReportAttempt;
import carequeue.api.payment.PaymentCommand.ReportRefund;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundEvent.RefundRequested;
import carequeue.api.payment.RefundState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A provider as a child would run it: it alone knows what became of a charge; its words go out late, twice, in any order, or never. */
final class Provider {

    /** One charge of a card. */
    static final class Charge {
        final AttemptStarted asked;
        AttemptState state = AttemptState.STARTED;
        long taken;

        Charge(AttemptStarted asked) {
            this.asked = asked;
        }

        boolean runs() {
            return state.unresolved();
        }
    }

    /** Money that goes back to a charge's card. */
    static final class Back {
        final RefundRequested asked;
        RefundState state = RefundState.REQUESTED;

        Back(RefundRequested asked) {
            this.asked = asked;
        }
    }

    final Map<String, Charge> charges = new LinkedHashMap<>();
    final Map<String, Back> backs = new LinkedHashMap<>();
    /** Everything it ever said. */
    final List<PaymentCommand> said = new ArrayList<>();

    void hears(Object event) {
        if (event instanceof AttemptStarted e) {
            assertThat(charges.values().stream().anyMatch(Charge::runs))
                    .as("a second charge beside one that runs")
                    .isFalse();
            charges.put(e.attemptId(), new Charge(e));
        } else if (event instanceof CaptureRequested e) {
            capture(charges.get(e.attemptId()), e.amount().amount());
        } else if (event instanceof CancelRequested e) {
            Charge charge = charges.get(e.attemptId());
            if (charge.runs() || charge.state == AttemptState.AUTHORISED) {
                becomes(charge, AttemptState.CANCELLED);
            }
        } else if (event instanceof RefundRequested e && e.method() != PaymentMethod.CASH) {
            backs.put(e.refundId(), new Back(e));
            Charge charge = charges.get(e.attemptId());
            assertThat(back(e.attemptId(), true)).as("given back").isLessThanOrEqualTo(charge.taken);
        }
    }

    private void capture(Charge charge, long amount) {
        if (charge.state == AttemptState.AUTHORISED) {
            assertThat(amount)
                    .as("captured")
                    .isBetween(1L, charge.asked.amount().amount());
            charge.taken = amount;
            becomes(charge, AttemptState.CAPTURED);
        }
    }

    /** Something goes on over there. */
    void moves(int die) {
        List<Charge> running = charges.values().stream().filter(Charge::runs).toList();
        if (!running.isEmpty() && die % 3 != 0) {
            moves(running.get(die / 3 % running.size()), die / 50);
        }
        backs.values().stream()
                .filter(b -> b.state == RefundState.REQUESTED || b.state == RefundState.PENDING)
                .skip(die % 2)
                .findFirst()
                .ifPresent(b -> becomes(b, RefundState.values()[Math.max(b.state.ordinal(), 1 + die / 7 % 3)]));
    }

    private void moves(Charge charge, int die) {
        switch (die % 5) {
            case 0 -> becomes(charge, AttemptState.REQUIRES_ACTION);
            case 1 -> becomes(charge, AttemptState.PROCESSING);
            case 2 -> becomes(charge, AttemptState.FAILED);
            default -> {
                if (charge.asked.manual()) {
                    becomes(charge, AttemptState.AUTHORISED);
                } else {
                    charge.taken = charge.asked.amount().amount();
                    becomes(charge, AttemptState.CAPTURED);
                }
            }
        }
    }

    private void becomes(Charge charge, AttemptState state) {
        charge.state = state;
        said.add(word(charge));
    }

    private void becomes(Back back, RefundState state) {
        back.state = state;
        said.add(word(back));
    }

    /** Nothing is under way any more. */
    void ends() {
        charges.values().stream().filter(Charge::runs).forEach(c -> becomes(c, AttemptState.FAILED));
        backs.values().stream()
                .filter(b -> b.state == RefundState.REQUESTED || b.state == RefundState.PENDING)
                .forEach(b -> becomes(b, RefundState.DONE));
    }

    /** How everything stands, as it answers when it is asked. */
    List<PaymentCommand> truth() {
        List<PaymentCommand> truth = new ArrayList<>();
        charges.values().forEach(c -> truth.add(word(c)));
        backs.values().forEach(b -> truth.add(word(b)));
        return truth;
    }

    private static ReportAttempt word(Charge c) {
        long amount =
                c.state == AttemptState.CAPTURED ? c.taken : c.asked.amount().amount();
        return new ReportAttempt(
                "pay", c.asked.attemptId(), c.state, "pi", usd(amount), FailureKind.TRY_AGAIN, "x", null);
    }

    private static ReportRefund word(Back b) {
        return new ReportRefund("pay", b.asked.refundId(), b.asked.attemptId(), b.asked.amount(), b.state, "re", "x");
    }

    long taken() {
        return charges.values().stream().mapToLong(c -> c.taken).sum();
    }

    /** What went back to a charge's card, or to all (null), with or without what is still on its way. */
    long back(String attemptId, boolean onItsWay) {
        return backs.values().stream()
                .filter(b -> attemptId == null || attemptId.equals(b.asked.attemptId()))
                .filter(b -> b.state == RefundState.DONE || onItsWay && b.state != RefundState.FAILED)
                .mapToLong(b -> b.asked.amount().amount())
                .sum();
    }
}
