package carequeue.query.visit;

import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.ItemClosed;
import carequeue.api.visit.VisitEvent.ItemClosedByHand;
import carequeue.api.visit.VisitEvent.ItemRaised;
import carequeue.api.visit.VisitEvent.OutsideTold;
import carequeue.api.visit.VisitEvent.StepNoted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is to be done about a visit, and what was told outside. */
final class Things {

    private Things() {}

    static Card on(Card card, VisitEvent event) {
        if (event instanceof ItemRaised e) {
            return card.open(e.item()).isPresent()
                    ? with(card, better(card, e), card.told(), card.notes())
                    : with(
                            card,
                            plus(card.things(), new Card.Thing(e.item(), e.detail(), e.at(), null, null, null)),
                            card.told(),
                            card.notes());
        } else if (event instanceof ItemClosed e) {
            return with(card, closed(card, e.item(), e.at(), e.how(), null), card.told(), card.notes());
        } else if (event instanceof ItemClosedByHand e) {
            return with(card, closed(card, e.item(), e.at(), e.reason(), e.by()), card.told(), card.notes());
        } else if (event instanceof OutsideTold e) {
            List<Card.Told> told = plus(card.told(), new Card.Told(e.what(), e.reference(), e.at()));
            return with(card, closed(card, e.what(), e.at(), "told", null), told, card.notes());
        }
        return event instanceof StepNoted e ? noted(card, e) : card;
    }

    /** The same thing to do, with what is known of it by now. */
    private static List<Card.Thing> better(Card card, ItemRaised e) {
        return card.things().stream()
                .map(t -> t.item() == e.item() && t.open()
                        ? new Card.Thing(t.item(), e.detail(), t.since(), null, null, null)
                        : t)
                .toList();
    }

    private static Card noted(Card card, StepNoted e) {
        List<Card.Note> others =
                card.notes().stream().filter(n -> n.part() != e.part()).toList();
        Card.Note now = new Card.Note(e.part(), e.state(), e.detail(), e.at());
        return with(card, card.things(), card.told(), plus(others, now));
    }

    private static List<Card.Thing> closed(Card card, OpenItem item, Instant at, String how, String by) {
        return card.things().stream()
                .map(t -> t.item() == item && t.open() ? new Card.Thing(item, t.detail(), t.since(), at, how, by) : t)
                .toList();
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return List.copyOf(more);
    }

    private static Card with(Card c, List<Card.Thing> things, List<Card.Told> told, List<Card.Note> notes) {
        return new Card(
                c.visitId(),
                c.siteId(),
                c.date(),
                c.channel(),
                c.serviceId(),
                c.patientId(),
                c.appointmentId(),
                c.state(),
                c.requestedAt(),
                c.lookup(),
                c.place(),
                c.refusal(),
                things,
                told,
                c.notBefore(),
                notes);
    }
}
