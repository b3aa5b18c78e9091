package carequeue.command.conflict;

import carequeue.api.Phi;
import carequeue.api.conflict.ConflictCommand.RaiseConflict;
import carequeue.api.conflict.ConflictEvent.ConflictRaised;
import carequeue.api.conflict.ConflictEvent.ConflictResolved;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
import carequeue.api.site.ConflictPolicy.Rule;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** A conflict between two systems. */
abstract class ConflictRules {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final Said OURS = new Said(Said.US, Phi.of("1980-01-02"), NOON, null);

    static FixtureConfiguration<Conflict> clinic() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneOffset.UTC,
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(Conflict.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static Said theirs(String value) {
        return new Said("ehr", Phi.of(value), NOON.plusSeconds(9), "6");
    }

    static RaiseConflict raise(String value, Rule rule, Side winner) {
        return new RaiseConflict(
                "c1",
                "main",
                ConflictSubject.PATIENT,
                "p1",
                "p1",
                "v1",
                "patient.birth-date",
                OURS,
                theirs(value),
                rule,
                winner,
                "conflict-rules/1");
    }

    static ConflictRaised raised(String value, Rule rule) {
        return new ConflictRaised(
                "c1",
                "main",
                ConflictSubject.PATIENT,
                "p1",
                "p1",
                "v1",
                "patient.birth-date",
                OURS,
                theirs(value),
                rule,
                "conflict-rules/1",
                NOON);
    }

    static ConflictResolved resolved(Rule how, Side side, String value, String by, String reason) {
        return new ConflictResolved(
                "c1",
                "main",
                ConflictSubject.PATIENT,
                "p1",
                "p1",
                "v1",
                "patient.birth-date",
                "ehr",
                how,
                side,
                Phi.of(value),
                by,
                reason,
                NOON);
    }
}
