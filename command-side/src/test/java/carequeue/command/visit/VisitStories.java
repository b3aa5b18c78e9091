package carequeue.command.visit;

import static carequeue.api.visit.VisitState.REQUESTED;

import carequeue.api.Channel;
import carequeue.api.Claims;
import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.*;
import carequeue.api.visit.VisitState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Histories of one visit, told by the states it came to. */
final class VisitStories {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final PatientLookupRequested ASKED = new PatientLookupRequested("v1", "main", "p1", null, NOON);
    static final VisitPlaced PLACED = new VisitPlaced("v1", "p1", "a1", "q", "e1", "L-001", NOON);

    private VisitStories() {}

    static FixtureConfiguration<Visit> clinic() {
        return new AggregateTestFixture<>(Visit.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static CheckInRequested requested(Identification who) {
        return new CheckInRequested(
                "v1",
                "main",
                DAY,
                Channel.DESK,
                "p1",
                who,
                true,
                "a1",
                "lab",
                null,
                null,
                null,
                Phi.of("cough"),
                Duration.ofSeconds(2),
                NOON);
    }

    static List<VisitEvent> at(VisitState state) {
        List<VisitEvent> story = new ArrayList<>(List.of(requested(null)));
        if (state != REQUESTED) {
            story.add(ASKED);
        }
        switch (state) {
            case REQUESTED, CHECKING_IN -> {}
            case WAITING -> story.add(PLACED);
            case IN_SERVICE -> story.addAll(List.of(PLACED, new ServiceBegun("v1", "p1", NOON)));
            case FINISHED -> story.addAll(List.of(PLACED, new VisitFinished("v1", "p1", "a1", NOON)));
            case LEFT -> story.addAll(List.of(PLACED, new VisitLeft("v1", "p1", "a1", "x", NOON)));
            case REFUSED -> story.add(new CheckInRefused("v1", "a1", "deceased", "x", NOON));
            case CANCELLED -> story.add(new VisitCancelled("v1", "main", "p1", "a1", "x", NOON));
            case ENTERED_IN_ERROR ->
                story.addAll(List.of(PLACED, new CheckInReversed("v1", "main", "p1", "a1", "x", NOON)));
        }
        return story;
    }

    /** The kinds of keys that a visit holds after its story. */
    static Set<String> heldAt(VisitState state) {
        Set<String> held = new TreeSet<>();
        for (VisitEvent event : at(state)) {
            if (event instanceof Claims claims) {
                held.removeAll(claims.frees());
                claims.takes().forEach(key -> held.add(key.kind()));
            }
        }
        return held;
    }
}
