package carequeue.query.visit;

import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitQuery.CheckIn;
import carequeue.api.visit.VisitQuery.CheckInStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a check-in is, told step by step. */
final class CheckInSteps {

    private CheckInSteps() {}

    static CheckIn of(Card card) {
        Card.Place place = card.place();
        return new CheckIn(
                card.visitId(),
                card.visitId(),
                card.appointmentId(),
                state(card),
                List.of(
                        patient(card),
                        PaidSteps.eligibility(card),
                        PaidSteps.coPay(card),
                        queue(card),
                        told(card, "ehr-arrived", OpenItem.EHR_ARRIVED),
                        told(card, "ehr-checked-in", OpenItem.EHR_CHECKED_IN)),
                place == null ? null : place.ticket(),
                place == null ? null : place.queueId(),
                place == null ? null : place.entryId(),
                card.things().stream()
                        .filter(Card.Thing::open)
                        .map(t -> t.item().toString())
                        .toList());
    }

    private static String state(Card card) {
        if (card.refusal() != null) {
            return "refused";
        }
        return card.place() == null ? "running" : "done";
    }

    private static CheckInStep patient(Card card) {
        Optional<Card.Thing> open = Stream.of(
                        OpenItem.PATIENT_DATA_CACHED, OpenItem.PATIENT_TYPED_IN, OpenItem.PATIENT_DATA_INVALID)
                .flatMap(item -> card.open(item).stream())
                .findFirst();
        Card.Lookup lookup = card.lookup();
        if (open.isPresent()) {
            return new CheckInStep(
                    "patient", "open", open.get().item().toString(), open.get().since());
        } else if (lookup.outcome() == LookupOutcome.FOUND) {
            return new CheckInStep("patient", "done", null, lookup.at());
        } else if (card.refusal() != null && card.refusal().rule() != null && lookup.outcome() != null) {
            return new CheckInStep(
                    "patient", "failed", card.refusal().rule(), card.refusal().at());
        } else if (!lookup.asked()) {
            return new CheckInStep("patient", "skipped", null, card.requestedAt());
        }
        return settled(card, "patient");
    }

    // A check-in that went on or was refused without the EHR's word does not wait for it any more.
    private static CheckInStep settled(Card card, String name) {
        if (card.refusal() != null) {
            return new CheckInStep(name, "skipped", null, card.refusal().at());
        }
        return card.lookup().outcome() != null && card.place() != null
                ? new CheckInStep(
                        name,
                        "done",
                        card.lookup().outcome().toString(),
                        card.lookup().at())
                : new CheckInStep(name, "pending", null, null);
    }

    private static CheckInStep queue(Card card) {
        if (card.place() != null) {
            return new CheckInStep(
                    "queue", "done", card.place().ticket(), card.place().at());
        }
        return card.refusal() == null
                ? new CheckInStep("queue", "pending", tooEarly(card), null)
                : new CheckInStep(
                        "queue",
                        "failed",
                        card.refusal().sentence(),
                        card.refusal().at());
    }

    private static String tooEarly(Card card) {
        return card.notBefore() == null ? null : "too early: placed from " + card.notBefore() + " on";
    }

    private static CheckInStep told(Card card, String name, OpenItem what) {
        Optional<Card.Thing> open = card.open(what);
        Optional<Card.Told> told = card.told(what);
        if (told.isPresent()) {
            return new CheckInStep(name, "done", null, told.get().at());
        } else if (open.isPresent()) {
            return new CheckInStep(name, "open", open.get().detail(), open.get().since());
        }
        return card.refusal() == null
                ? new CheckInStep(name, "pending", null, null)
                : new CheckInStep(name, "skipped", null, card.refusal().at());
    }
}
