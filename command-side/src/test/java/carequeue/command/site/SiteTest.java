package carequeue.command.site;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.site.ClosingPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.SetUp;
import carequeue.api.site.Site.Provider;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import carequeue.api.site.SiteCommand.*;
import carequeue.api.site.SiteEvent;
import carequeue.api.site.SiteEvent.*;
import carequeue.api.site.SiteTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** What may be set up, from when on, and who may sign on where. */
class SiteTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final SetUp CLINIC = setUp("Main Street", List.of());

    private static SetUp setUp(String name, List<Provider> providers) {
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

    private static FixtureConfiguration<Site> fixture() {
        return new AggregateTestFixture<>(Site.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static TestExecutor<Site> given(SiteEvent... more) {
        List<SiteEvent> all = new ArrayList<>(List.of(new SiteSetUp("main", 1, CLINIC, NOON, NOON)));
        all.addAll(List.of(more));
        return fixture().given(all);
    }

    private static CustomTypeSafeMatcher<Throwable> refused(Class<?> kind, String part) {
        return new CustomTypeSafeMatcher<>(kind.getSimpleName() + " with " + part) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                String state = failure instanceof Refused.WrongState w ? w.state() : "";
                return kind.isInstance(failure) && (failure.getMessage() + state).contains(part);
            }
        };
    }

    private static PolicySet grace(int version, Instant from) {
        return new PolicySet("main", "closing", version, graceOf(version), from, NOON);
    }

    private static Policies graceOf(int version) {
        return Policies.only(new ClosingPolicy("end-of-day", version, Duration.ofHours(version)));
    }

    private static ProviderSignedOn on(String point, String who) {
        return new ProviderSignedOn("main", point, who, NOON);
    }

    @Test
    void aNewSiteNotesEveryPolicyItStartsWith() {
        fixture()
                .givenNoPriorActivity()
                .when(new FoundSite("main", CLINIC, null))
                .expectSuccessfulHandlerExecution()
                .expectState(site -> assertThat(site).isNotNull());
        var events = new ArrayList<SiteEvent>();
        fixture()
                .givenNoPriorActivity()
                .when(new FoundSite("main", CLINIC, null))
                .expectEventsMatching(matching(events));
        assertThat(events.get(0)).isEqualTo(new SiteSetUp("main", 1, CLINIC, NOON, NOON));
        assertThat(events.subList(1, events.size()))
                .extracting(e -> ((PolicySet) e).policy())
                .containsExactlyElementsOf(Policies.names());
    }

    private static CustomTypeSafeMatcher<List<? super org.axonframework.eventhandling.EventMessage<?>>> matching(
            List<SiteEvent> seen) {
        return new CustomTypeSafeMatcher<>("any events") {
            @Override
            protected boolean matchesSafely(List<? super org.axonframework.eventhandling.EventMessage<?>> messages) {
                messages.forEach(
                        m -> seen.add((SiteEvent) ((org.axonframework.eventhandling.EventMessage<?>) m).getPayload()));
                return true;
            }
        };
    }

    @Test
    void aSetUpWithAFaultIsRefusedByField() {
        SetUp nameless = setUp("", List.of());
        fixture()
                .givenNoPriorActivity()
                .when(new FoundSite("main", nameless, null))
                .expectException(refused(Refused.BadField.class, "/name"));
        given().when(new ChangeSite("main", nameless, null, 1))
                .expectException(refused(Refused.BadField.class, "/name"));
    }

    @Test
    void aChangeIsANewVersionFromNowOrLaterOn() {
        SetUp other = setUp("Main Street Clinic", List.of());
        given().when(new ChangeSite("main", other, null, 1))
                .expectResultMessagePayload(2)
                .expectEvents(new SiteSetUp("main", 2, other, NOON, NOON));
        given().when(new ChangeSite("main", other, TOMORROW, 1))
                .expectEvents(new SiteSetUp("main", 2, other, TOMORROW, NOON));
    }

    @Test
    void thePastStaysAsItWas() {
        SetUp other = setUp("Main Street Clinic", List.of());
        given().when(new ChangeSite("main", other, NOON.minusMillis(1), 1))
                .expectNoEvents()
                .expectException(refused(Refused.BadField.class, "/effectiveFrom"));
        given().when(new SetPolicy("main", "closing", graceOf(2), NOON.minusMillis(1)))
                .expectException(refused(Refused.BadField.class, "/effectiveFrom"));
    }

    @Test
    void aChangeOfWhatIsNotTheLastVersionIsRefused() {
        given().when(new ChangeSite("main", setUp("X", List.of()), null, 7))
                .expectException(refused(Refused.WrongState.class, "version-1"));
        given(new SiteSetUp("main", 2, setUp("Changed meanwhile", List.of()), NOON, NOON))
                .when(new ChangeSite("main", setUp("X", List.of()), null, 1))
                .expectNoEvents()
                .expectException(refused(Refused.WrongState.class, "version-2"));
    }

    @Test
    void theSameAgainChangesNothing() {
        given().when(new ChangeSite("main", CLINIC, null, 1)).expectNoEvents().expectResultMessagePayload(1);
    }

    @Test
    void aPolicyGetsTheNextVersionOnly() {
        given(grace(1, NOON))
                .when(new SetPolicy("main", "closing", graceOf(2), TOMORROW))
                .expectEvents(grace(2, TOMORROW));
        given(grace(1, NOON), grace(2, TOMORROW))
                .when(new SetPolicy("main", "closing", graceOf(2), null))
                .expectException(refused(Refused.WrongState.class, "version-2"));
    }

    @Test
    void aProviderSignsOnAndLeavesWhereTheyWere() {
        given().when(new SignOn("main", "lab-1", "dr-lee")).expectEvents(on("lab-1", "dr-lee"));
        given(on("lab-1", "dr-lee")).when(new SignOn("main", "lab-1", "dr-lee")).expectNoEvents();
        given(on("lab-1", "dr-lee"))
                .when(new SignOn("main", "lab-2", "dr-lee"))
                .expectEvents(new ProviderSignedOff("main", "lab-1", "dr-lee", NOON), on("lab-2", "dr-lee"));
    }

    @Test
    void aTakenPointAnUnknownPointAndAnUnknownProviderAreRefused() {
        given(on("lab-1", "dr-lee"))
                .when(new SignOn("main", "lab-1", "dr-roy"))
                .expectException(refused(Refused.WrongState.class, "dr-lee"));
        given().when(new SignOn("main", "lab-9", "dr-lee"))
                .expectException(refused(Refused.AgainstRule.class, "lab-1, lab-2"));
        SetUp listed = setUp("Main Street", List.of(new Provider("dr-roy", "Roy")));
        given(new SiteSetUp("main", 2, listed, NOON, NOON))
                .when(new SignOn("main", "lab-1", "dr-lee"))
                .expectException(refused(Refused.AgainstRule.class, "dr-roy"));
    }

    @Test
    void signingOffIsHarmlessUnlessSomebodyElseIsThere() {
        given(on("lab-1", "dr-lee"))
                .when(new SignOff("main", "lab-1", null))
                .expectEvents(new ProviderSignedOff("main", "lab-1", "dr-lee", NOON));
        given().when(new SignOff("main", "lab-1", "dr-lee")).expectNoEvents().expectSuccessfulHandlerExecution();
        given(on("lab-1", "dr-lee"))
                .when(new SignOff("main", "lab-1", "dr-roy"))
                .expectException(refused(Refused.WrongState.class, "dr-lee"));
    }

    @Test
    void whoIsAwayDoesNotSignOnUntilTheyAreBack() {
        ProviderUnavailable away = new ProviderUnavailable("main", "dr-lee", NOON, null, "ill", NOON);
        given().when(new ReportUnavailable("main", "dr-lee", null, null, "ill")).expectEvents(away);
        given(away)
                .when(new ReportUnavailable("main", "dr-lee", null, null, "ill"))
                .expectNoEvents();
        given(away)
                .when(new SignOn("main", "lab-1", "dr-lee"))
                .expectException(refused(Refused.WrongState.class, "unavailable"));
        given(away)
                .when(new ReportAvailable("main", "dr-lee"))
                .expectEvents(new ProviderAvailable("main", "dr-lee", NOON));
        given().when(new ReportAvailable("main", "dr-lee")).expectNoEvents();
        given().when(new ReportUnavailable("main", "dr-lee", TOMORROW, NOON, "ill"))
                .expectException(refused(Refused.BadField.class, "/until"));
    }

    @Test
    void whoMayNotSeeTheSiteIsToldThatThereIsNone() {
        given().when(new SignOn("main", "lab-1", "dr-lee"), MetaData.with(Facts.SITES, "north"))
                .expectException(refused(Refused.NotFound.class, "site"));
    }

    @Test
    void aTaskOfADayIsAnnounced() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        given().when(new BeginTask("main", SiteTask.REMINDERS, day, null))
                .expectEvents(new TaskDue("main", SiteTask.REMINDERS, day, null, NOON));
    }

    @Test
    void aCurrencyThatThereIsNotCannotBeAskedFor() {
        PaymentPolicy d = PaymentPolicy.DEFAULT;
        PaymentPolicy other = new PaymentPolicy(
                d.name(),
                2,
                "XXQ",
                d.defaultCoPay(),
                d.prices(),
                d.answerPatience(),
                d.personPatience(),
                d.linkPatience(),
                d.retries(),
                d.attemptsAtMost(),
                d.afterFailure(),
                d.waivers(),
                d.secondPersonAbove(),
                d.cashRefunds(),
                d.atCheckIn(),
                d.holdUnpaid());
        given().when(new SetPolicy("main", "payment", Policies.only(other), null))
                .expectNoEvents()
                .expectException(refused(Refused.BadField.class, "currency"));
    }
}
