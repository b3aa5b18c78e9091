package carequeue.command.journey;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.site.Policies;
import carequeue.api.site.Policy;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/** A process on an empty stage: events are told to it, its orders are written down and answered as arranged. */
final class Play<T> {

    static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    static final Site SITE = new Site(
            "main",
            "Main Street Clinic",
            ZoneId.of("America/New_York"),
            LocalTime.of(3, 0),
            new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            List.of(new Site.Service("lab", "Laboratory", "L")),
            List.of(),
            Policies.DEFAULT);

    final Deadlines deadlines;
    private final Connected connected = mock(Connected.class);
    private final SagaTestFixture<T> saga;
    private final List<CommandMessage<?>> ordered = new ArrayList<>();
    private final Map<String, RuntimeException> failures = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private FixtureExecutionResult last;
    private Throwable failure;
    private final Class<T> process;
    private int told;

    Play(Class<T> process) {
        this(process, SITE);
    }

    Play(Class<T> process, Site site) {
        this(process, site, mock(Deadlines.class));
    }

    /** A process whose waits are real. */
    Play(Class<T> process, Site site, Deadlines waits) {
        deadlines = waits;
        this.process = process;
        saga = new SagaTestFixture<>(process);
        saga.setCallbackBehavior((command, facts) -> {
            ordered.add(new GenericCommandMessage<>(command, facts));
            RuntimeException failure = failures.get(command.getClass().getSimpleName());
            if (failure != null) {
                throw failure;
            }
            return answers.get(command.getClass().getSimpleName());
        });
        saga.registerResource(new Orders(
                DefaultCommandGateway.builder().commandBus(saga.getCommandBus()).build(), Runnable::run));
        saga.registerListenerInvocationErrorHandler((e, event, handler) -> failure = e);
        saga.registerResource(deadlines);
        saga.registerResource(new Sites(List.of(site)));
        when(connected.payer()).thenReturn(true);
        saga.registerResource(connected);
    }

    /** The site with one policy of another kind. */
    static Site under(Policy policy) {
        return new Site(
                SITE.siteId(),
                SITE.name(),
                SITE.timeZone(),
                SITE.dayStart(),
                SITE.hours(),
                SITE.services(),
                SITE.servicePoints(),
                Policies.DEFAULT.with(Policies.only(policy)));
    }

    /** No payer can answer. */
    Play<T> withoutAPayer() {
        when(connected.payer()).thenReturn(false);
        return this;
    }

    /** Gives the process something it looks things up in. */
    Play<T> with(Object resource) {
        saga.registerResource(resource);
        return this;
    }

    Play<T> refusing(Class<?> command, RuntimeException failure) {
        failures.put(command.getSimpleName(), failure);
        return this;
    }

    Play<T> answering(Class<?> command, Object answer) {
        answers.put(command.getSimpleName(), answer);
        return this;
    }

    Play<T> carryingOut(Class<?> command) {
        failures.remove(command.getSimpleName());
        return this;
    }

    /** Tells an event as the next of history; the orders it leads to are asked of {@link #ordered()}. */
    Play<T> tell(Object event) {
        return tell(event, "fran");
    }

    /** Tells an event that somebody brought about. */
    Play<T> tell(Object event, String by) {
        ordered.clear();
        failure = null;
        MetaData facts = MetaData.from(Map.of(Facts.SITE, "main", Facts.BUSINESS_DAY, "2026-11-23", Facts.ACTOR, by));
        boolean before = goesOn();
        last = saga.givenNoPriorActivity()
                .whenPublishingA(new GenericEventMessage<>("event-" + ++told, event, facts, NOON));
        boolean begins = Processes.startsWith(process, event.getClass());
        Ways.seen(process, event.getClass(), (before || begins) && !goesOn(), names());
        return this;
    }

    private boolean goesOn() {
        try {
            if (last != null) {
                last.expectActiveSagas(0);
            }
            return false;
        } catch (AssertionError active) {
            return true;
        }
    }

    /** Why the process could not handle the last event, or null. */
    Throwable failure() {
        return failure;
    }

    FixtureExecutionResult result() {
        return last;
    }

    List<String> names() {
        return ordered.stream()
                .map(c -> c.getPayload().getClass().getSimpleName())
                .toList();
    }

    List<CommandMessage<?>> ordered() {
        return ordered;
    }

    <C> C order(Class<C> type) {
        return ordered.stream()
                .map(CommandMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " in " + names()));
    }

    static Refused closed() {
        return new Refused.WrongState("closed", "The queue is closed.");
    }
}
