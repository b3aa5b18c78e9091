package carequeue.query.visit;

import carequeue.api.visit.VisitState;

/** A card being changed by one event. */
final class Draft {

    private final Card before;
    private String patientId;
    private VisitState state;
    private Card.Lookup lookup;
    private Card.Place place;
    private Card.Refusal refusal;

    Draft(Card before) {
        this.before = before;
        this.patientId = before.patientId();
        this.state = before.state();
        this.lookup = before.lookup();
        this.place = before.place();
        this.refusal = before.refusal();
    }

    VisitState state() {
        return state;
    }

    Draft state(VisitState now) {
        state = now;
        return this;
    }

    Draft patient(String id) {
        patientId = id;
        return this;
    }

    Draft lookup(Card.Lookup now) {
        lookup = now;
        return this;
    }

    Draft place(Card.Place now) {
        place = now;
        return this;
    }

    Draft refusal(Card.Refusal now) {
        refusal = now;
        return this;
    }

    Card done() {
        return new Card(
                before.visitId(),
                before.siteId(),
                before.date(),
                before.channel(),
                before.serviceId(),
                patientId,
                before.appointmentId(),
                state,
                before.requestedAt(),
                lookup,
                place,
                refusal,
                before.things(),
                before.told(),
                before.notBefore(),
                before.notes());
    }
}
