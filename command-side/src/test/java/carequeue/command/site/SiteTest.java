package carequeue.command.site;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.site.ClosingPolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.SetUp;
import carequeue.api.site.SiteCommand.*;
import carequeue.api.site.SiteEvent;
import carequeue.api.site.SiteEvent.*;
import carequeue.api.site.SiteTask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** What may be set up, from when on, and who may sign on where. */
class SiteTest extends SiteRules {

    private static PolicySet grace(int version, Instant from) {
        return new PolicySet("main", "closing", version, graceOf(version), from, NOON);
    }

    private static Policies graceOf(int version) {
        return Policies.only(new ClosingPolicy("end-of-day", version, Duration.ofHours(version)));
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
                d.holdUnpaid(),
                d.noShowFee(),
                d.deposit());
        given().when(new SetPolicy("main", "payment", Policies.only(other), null))
                .expectNoEvents()
                .expectException(refused(Refused.BadField.class, "currency"));
    }
}
