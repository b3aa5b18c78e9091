package carequeue.command.patient;

import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The clinic of the patients in tests, and who they are. */
final class Persons {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private Persons() {}

    static FixtureConfiguration<Patient> clinic() {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneOffset.UTC,
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(),
                List.of(),
                Policies.DEFAULT);
        return new AggregateTestFixture<>(Patient.class)
                .registerInjectableResource(new Sites(List.of(site)))
                .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static Demographics named(String first, String last) {
        return with(first, last, "1980-01-02", "555-0100");
    }

    static Demographics with(String first, String last, String born, String phone) {
        return new Demographics(
                Phi.of("MRN001"),
                Phi.of(first),
                Phi.of(last),
                Phi.of(LocalDate.parse(born)),
                Phi.of(phone),
                null,
                null);
    }
}
