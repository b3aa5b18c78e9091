package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.DAY;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.minutesAgo;
import static carequeue.command.queue.Stories.opened;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryNote;
import carequeue.api.queue.EntryNote.*;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.queue.QueueEvent.PolicyAdopted;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

/** Who is bound to a provider, who may be called to which point, and what becomes of it when the provider is not there. */
class ProvidersTest {

    private static final QueueOpened OPENED = opened(CallingPolicy.DEFAULT);
    private static final EntryJoined OF_LEE = of("lea", 1, "dr-lee");
    private static final EntryJoined OF_ROY = of("roz", 2, "dr-roy");
    private static final ProviderMissing MISSING =
            new ProviderMissing(QUEUE, "lea", "visit-lea", "dr-lee", minutesAgo(3));

    private static EntryJoined of(String who, long number, String provider) {
        return new EntryJoined(
                QUEUE,
                who,
                "visit-" + who,
                "patient-" + who,
                "B-%03d".formatted(number),
                number,
                3,
                provider,
                null,
                minutesAgo(30 - (int) number),
                minutesAgo(30));
    }

    private static TestExecutor<Queue> given(QueueEvent... more) {
        List<QueueEvent> story = new ArrayList<>(List.of(OPENED, OF_LEE, OF_ROY));
        story.addAll(List.of(more));
        return Stories.fixture().given(story);
    }

    private static CallNext next(String point, Site site) {
        return new CallNext(QUEUE, point, Set.of(), site);
    }

    private static CustomTypeSafeMatcher<Throwable> rule(String rule) {
        return new CustomTypeSafeMatcher<>("against " + rule) {
            @Override
            protected boolean matchesSafely(Throwable failure) {
                return failure instanceof Refused.AgainstRule against
                        && against.rule().equals(rule);
            }
        };
    }

    @Test
    void whoeverIsSignedOnCallsTheirOwnPatientsAndThoseOfNobody() {
        given().when(next("room-2", Clinic.signedOn(SITE, "dr-roy")))
                .expectResultMessagePayload(new Called("roz", "B-002"));
        given(joined("ann", 3, 3))
                .when(next("room-2", Clinic.signedOn(SITE, "dr-who")))
                .expectResultMessagePayload(new Called("ann", "B-003"));
        given().when(next("room-2", Clinic.signedOn(SITE, "dr-who")))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        given().when(next("room-2", Clinic.signedOn(SITE, null)))
                .expectResultMessagePayload(new Called("lea", "B-001"));
    }

    @Test
    void whoIsKnownToBeWithStaffElsewhereIsPassedOver() {
        given().when(new CallNext(QUEUE, "room-1", Set.of("visit-lea"), SITE))
                .expectResultMessagePayload(new Called("roz", "B-002"));
    }

    @Test
    void theEntriesOfAProviderWhoIsNotThereAreNotedOnce() {
        given().when(new NoteProvider(QUEUE, "dr-lee", false))
                .expectEvents(new ProviderMissing(QUEUE, "lea", "visit-lea", "dr-lee", NOON));
        given(MISSING).when(new NoteProvider(QUEUE, "dr-lee", false)).expectNoEvents();
        given(MISSING)
                .when(new NoteProvider(QUEUE, "dr-lee", true))
                .expectEvents(new ProviderBack(QUEUE, "lea", "visit-lea", "dr-lee", NOON));
        given().when(new NoteProvider(QUEUE, "dr-lee", true)).expectNoEvents();
    }

    @Test
    void nobodyIsReleasedSilentlyToAnotherProvider() {
        given(MISSING).when(next("room-1", SITE)).expectResultMessagePayload(new Called("roz", "B-002"));
        given(MISSING).when(new CallEntry(QUEUE, "lea", "room-1", null, SITE)).expectException(rule("reason-needed"));
        given(MISSING)
                .when(new CallEntry(QUEUE, "lea", "room-1", "asked for anybody", SITE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whoJoinsForAProviderWhoIsAwayIsNotedAtOnce() {
        JoinQueue late = new JoinQueue(
                QUEUE,
                "main",
                "urgent-care",
                DAY,
                "eve",
                "visit-eve",
                "patient-eve",
                3,
                "dr-lee",
                null,
                null,
                null,
                "red-flags/1",
                Clinic.without(SITE, "dr-lee"));
        given().when(late).expectState(queue -> {
            assertThat(queue.line().get("eve").marks().missing()).isTrue();
        });
        JoinQueue early = new JoinQueue(
                QUEUE, "main", "urgent-care", DAY, "eve", "v", "p", 3, "dr-lee", null, null, null, null, SITE);
        given().when(early)
                .expectState(queue ->
                        assertThat(queue.line().get("eve").marks().missing()).isFalse());
    }

    @Test
    void aReasonThatAlarmsIsNotedWithItsPolicy() {
        JoinQueue alarming = new JoinQueue(
                QUEUE, "main", "urgent-care", DAY, "eve", "v", "p", null, null, null, NOON, null, "red-flags/1", SITE);
        given().when(alarming)
                .expectEvents(
                        new EntryJoined(QUEUE, "eve", "v", "p", "B-003", 3, null, null, null, NOON, NOON),
                        new EntryRedFlagged(QUEUE, "eve", "v", "red-flags/1", NOON));
    }

    @Test
    void anotherProviderTakesThePatientWithAReason() {
        EntryNote to = new EntryReassigned(QUEUE, "lea", "visit-lea", "dr-lee", "dr-roy", "dr lee is ill", NOON);
        given(MISSING)
                .when(new AssignProvider(QUEUE, "lea", "dr-roy", "dr lee is ill", SITE))
                .expectEvents(to);
        given(MISSING, to)
                .when(next("room-2", Clinic.signedOn(SITE, "dr-roy")))
                .expectResultMessagePayload(new Called("lea", "B-001"));
        given(MISSING)
                .when(new AssignProvider(QUEUE, "lea", "dr-who", "why not", Clinic.without(SITE, "dr-who")))
                .expectException(rule("provider-unavailable"));
    }

    @Test
    void thePatientMayWaitForTheProvider() {
        given(MISSING)
                .when(new WaitForProvider(QUEUE, "lea"))
                .expectEvents(new WaitsForProvider(QUEUE, "lea", "visit-lea", "dr-lee", NOON));
        given().when(new WaitForProvider(QUEUE, "lea")).expectNoEvents();
    }

    @Test
    void aNewerPolicyIsAdoptedAndAnOlderOneIsNot() {
        CallingPolicy newer = new CallingPolicy("x", 2, 1, Duration.ofMinutes(5), 3, 0, true, true, false);
        given().when(next("room-1", Clinic.with(newer)))
                .expectState(q -> assertThat(q.policy()).isEqualTo(newer))
                .expectSuccessfulHandlerExecution();
        given(new PolicyAdopted(QUEUE, newer, minutesAgo(1)))
                .when(next("room-1", SITE))
                .expectState(q -> assertThat(q.policy()).isEqualTo(newer));
    }
}
