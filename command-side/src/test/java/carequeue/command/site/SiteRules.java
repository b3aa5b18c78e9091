package carequeue.command.site;

import carequeue.api.Refused;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.SiteCommand.*;
import carequeue.api.site.SiteEvent;
import carequeue.api.site.SiteEvent.*;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;

/** A site that is set up. */
abstract class SiteRules {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    static final SetUp CLINIC = setUp("Main Street", List.of());

    static SetUp setUp(String name, List<Provider> providers) {
        return new SetUp(
                name,
                ZoneId.of("America/New_York"),
                null,
                null,
                List.of(new Service("lab", "Laboratory", "L")),
                List.of(
                        new ServicePoint("lab-1", "Lab 1", List.of("lab"), null),
                        new ServicePoint("lab-2", "Lab 2", List.of("lab"), null)),
                providers);
    }

    static FixtureConfiguration<Site> fixture() {
        return new AggregateTestFixture<>(Site.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static TestExecutor<Site> given(SiteEvent... more) {
        List<SiteEvent> all = new ArrayList<>(List.of(new SiteSetUp("main", 1, CLINIC, NOON, NOON)));
        all.addAll(List.of(more));
        return fixture().given(all);
    }

    static CustomTypeSafeMatcher<Throwable> refused(Class<?> kind, String part) {
        return new CustomTypeSafeMatcher<>(kind.getSimpleName() + " with " + part) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                String state = failure instanceof Refused.WrongState w ? w.state() : "";
                return kind.isInstance(failure) && (failure.getMessage() + state).contains(part);
            }
        };
    }
}
