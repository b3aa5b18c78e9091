package carequeue.query.visit;

import carequeue.api.visit.CheckInPart;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitQuery.CheckInStep;
import java.util.Optional;
import java.util.stream.Stream;

/** Who pays, as steps of a check-in: what was noted of them, what is on the worklist, and otherwise nothing was to be done. */
final class PaidSteps {

    private static final String ELIGIBILITY = CheckInPart.ELIGIBILITY.toString();
    private static final String CO_PAY = CheckInPart.CO_PAY.toString();

    private PaidSteps() {}

    static CheckInStep eligibility(Card card) {
        return Stream.of(OpenItem.INSURANCE_UNVERIFIED, OpenItem.SECONDARY_INSURANCE_UNVERIFIED)
                .flatMap(item -> card.open(item).stream())
                .findFirst()
                .map(open -> open(ELIGIBILITY, open))
                .or(() -> card.note(CheckInPart.ELIGIBILITY).map(note -> noted(ELIGIBILITY, note)))
                .or(() -> card.last(OpenItem.INSURANCE_UNVERIFIED).map(done -> done(ELIGIBILITY, done)))
                .orElseGet(() -> otherwise(card, ELIGIBILITY, "self-pay"));
    }

    static CheckInStep coPay(Card card) {
        Optional<CheckInStep> known = card.last(OpenItem.CO_PAY_UNPAID)
                .map(last -> last.open() ? open(CO_PAY, last) : done(CO_PAY, last))
                .or(() -> card.note(CheckInPart.CO_PAY).map(note -> noted(CO_PAY, note)));
        boolean willBe = card.refusal() == null
                && (card.note(CheckInPart.ELIGIBILITY).isPresent()
                        || card.last(OpenItem.INSURANCE_UNVERIFIED).isPresent());
        return known.orElseGet(() ->
                willBe ? new CheckInStep(CO_PAY, "pending", null, null) : otherwise(card, CO_PAY, "nothing is asked"));
    }

    private static CheckInStep open(String name, Card.Thing open) {
        return new CheckInStep(name, "open", open.detail(), open.since());
    }

    private static CheckInStep done(String name, Card.Thing done) {
        return new CheckInStep(name, "done", done.how(), done.closedAt());
    }

    private static CheckInStep noted(String name, Card.Note note) {
        return new CheckInStep(name, note.state().toString(), note.detail(), note.at());
    }

    private static CheckInStep otherwise(Card card, String name, String why) {
        if (card.place() != null) {
            return new CheckInStep(name, "skipped", why, card.place().at());
        }
        return card.refusal() == null
                ? new CheckInStep(name, "pending", null, null)
                : new CheckInStep(name, "skipped", null, card.refusal().at());
    }
}
