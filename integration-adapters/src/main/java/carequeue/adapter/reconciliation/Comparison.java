package carequeue.adapter.reconciliation;

import carequeue.adapter.payment.Charges;
import carequeue.adapter.payment.Held;
import carequeue.adapter.payment.Movement;
import carequeue.adapter.payment.PaymentProcessor;
import carequeue.adapter.payment.RefundNews;
import carequeue.adapter.reconciliation.Difference.Kind;
import carequeue.api.Money;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.RefundState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lays one day of our books beside the provider's: by what it is and not by when, since midnight is not the same for both. */
final class Comparison {

    private static final Set<String> OVER = Set.of("failed", "cancelled");
    private static final Set<AttemptState> HOLDS_MONEY =
            Set.of(AttemptState.AUTHORISED, AttemptState.PROCESSING, AttemptState.CAPTURED);

    private final OurBooks ours;
    private final PaymentProcessor provider;
    private final Charges charges;
    private final Day day;
    private final List<Difference> found = new ArrayList<>();
    private final Set<String> met = new HashSet<>();
    private final Set<String> cameBack = new HashSet<>();

    Comparison(OurBooks ours, PaymentProcessor provider, Charges charges, Day day) {
        this.ours = ours;
        this.provider = provider;
        this.charges = charges;
        this.day = day;
    }

    /** Everything in which they differ; {@code moved} is what moved there on the day. */
    List<Difference> differences(List<Movement> moved) {
        moved.stream().filter(m -> m.kind() == Movement.Kind.REFUND_FAILED).forEach(m -> cameBack.add(m.providerId()));
        moved.forEach(this::theirs);
        ours.taken(day).stream().filter(b -> !met.contains(b.ourId())).forEach(this::takenOnAnotherDay);
        ours.givenBack(day).stream().filter(b -> !met.contains(b.ourId())).forEach(this::givenBackOnAnotherDay);
        provider.begun(day.siteId(), day.begins(), day.ends()).forEach(this::begun);
        return found;
    }

    private void theirs(Movement m) {
        switch (m.kind()) {
            case CHARGE -> compare("charge", m, ours.charge(m.ourId(), m.intentId()), "captured");
            case REFUND -> {
                if (!cameBack.contains(m.providerId())) {
                    compare("refund", m, ours.refund(m.ourId(), m.providerId()), "done");
                }
            }
            case REFUND_FAILED ->
                ours.refund(m.ourId(), m.providerId())
                        .filter(refund -> refund.stands().equals("done"))
                        .ifPresent(refund -> add(Kind.STATE, "refund", refund, m, "failed"));
            case DISPUTE -> compare("dispute", m, ours.dispute(m.providerId()), null);
            case DISPUTE_BACK ->
                ours.dispute(m.providerId())
                        .filter(dispute -> !dispute.stands().equals("won"))
                        .ifPresent(dispute -> add(Kind.STATE, "dispute", dispute, m, "won"));
            case OTHER -> {}
        }
    }

    private void compare(String what, Movement m, Optional<Booked> here, String stands) {
        if (here.isEmpty()) {
            found.add(new Difference(
                    Kind.MISSING_HERE, what, day.siteId(), m.providerId(), null, null, null, m.amount(), null, stands));
            return;
        }
        Booked booked = here.get();
        met.add(booked.ourId());
        if (stands != null && !stands.equals(booked.stands())) {
            add(Kind.STATE, what, booked, m, stands);
        } else if (!booked.amount().equals(m.amount())) {
            add(Kind.AMOUNT, what, booked, m, stands);
        }
    }

    private void add(Kind kind, String what, Booked booked, Movement m, String stands) {
        found.add(Difference.of(kind, what, booked, m.providerId(), m.amount(), stands));
    }

    private void takenOnAnotherDay(Booked booked) {
        Held there = charges.find(booked.attemptId()).flatMap(provider::look).orElse(null);
        if (there == null) {
            found.add(Difference.of(Kind.MISSING_THERE, "charge", booked, booked.providerId(), null, null));
        } else if (there.state() != AttemptState.CAPTURED) {
            differs(
                    Kind.STATE,
                    "charge",
                    booked,
                    there.intentId(),
                    there.amount(),
                    there.state().toString());
        } else if (!booked.amount().equals(there.amount())) {
            differs(Kind.AMOUNT, "charge", booked, there.intentId(), there.amount(), "captured");
        }
    }

    private void givenBackOnAnotherDay(Booked booked) {
        RefundNews there = charges.find(booked.attemptId()).filter(c -> c.intentId() != null).stream()
                .flatMap(charge -> provider.refunds(charge).stream())
                .filter(refund -> refund.refundId().equals(booked.ourId())
                        || refund.providerId().equals(booked.providerId()))
                .findFirst()
                .orElse(null);
        if (there == null) {
            found.add(Difference.of(Kind.MISSING_THERE, "refund", booked, booked.providerId(), null, null));
        } else if (there.state() != RefundState.DONE) {
            differs(
                    Kind.STATE,
                    "refund",
                    booked,
                    there.providerId(),
                    there.amount(),
                    there.state().toString());
        } else if (!booked.amount().equals(there.amount())) {
            differs(Kind.AMOUNT, "refund", booked, there.providerId(), there.amount(), "done");
        }
    }

    private void differs(Kind kind, String what, Booked booked, String providerId, Money theirs, String stands) {
        found.add(Difference.of(kind, what, booked, providerId, theirs, stands));
    }

    /** Money that waits there for what is over here, or the other way round. */
    private void begun(Held held) {
        Booked booked = ours.charge(held.attemptId(), held.intentId()).orElse(null);
        if (booked == null || met.contains(booked.ourId())) {
            return;
        }
        boolean overHere = OVER.contains(booked.stands());
        boolean overThere = held.state() == AttemptState.CANCELLED;
        boolean forgotten = overHere && HOLDS_MONEY.contains(held.state());
        boolean stillOpen = overThere && !overHere;
        if (forgotten || stillOpen) {
            met.add(booked.ourId());
            differs(
                    Kind.STATE,
                    "charge",
                    booked,
                    held.intentId(),
                    held.amount(),
                    held.state().toString());
        }
    }
}
