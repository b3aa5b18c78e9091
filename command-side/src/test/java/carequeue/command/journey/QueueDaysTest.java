package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static carequeue.command.journey.Play.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueCommand.EndDay;
import carequeue.api.queue.QueueCommand.NoteProvider;
import carequeue.api.queue.QueueEvent.QueueOpened;
import carequeue.api.site.SiteEvent.ProviderAvailable;
import carequeue.api.site.SiteEvent.ProviderUnavailable;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every queue's day is bound to end, also over the night on which the clocks change; its queues hear of their providers. */
class QueueDaysTest {

    private final List<Object> ordered = new ArrayList<>();
    private final Deadlines deadlines = mock(Deadlines.class);
    private QueueDays days;

    @BeforeEach
    void stage() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(NoteProvider.class.getName(), m -> {
            ordered.add(m.getPayload());
            return null;
        });
        Orders orders =
                new Orders(DefaultCommandGateway.builder().commandBus(bus).build(), Runnable::run);
        days = new QueueDays(orders, deadlines, new Sites(List.of(SITE)));
    }

    private void opened(LocalDate day, Instant end) {
        String queue = "main.lab." + day;
        days.on(new QueueOpened(queue, "main", "lab", day, "L", CallingPolicy.DEFAULT));
        verify(deadlines).schedule(Waiting.QUEUE, queue, "day", end);
    }

    @Test
    void aQueueEndsFourHoursIntoTheNextBusinessDay() {
        opened(LocalDate.of(2026, 11, 23), Instant.parse("2026-11-24T12:00:00Z"));
        opened(LocalDate.of(2026, 3, 7), Instant.parse("2026-03-08T11:00:00Z"));
        opened(LocalDate.of(2026, 10, 31), Instant.parse("2026-11-01T12:00:00Z"));
        assertThat(Waiting.QUEUE.end("q", "day")).isEqualTo(new EndDay("q"));
    }

    @Test
    void theQueuesOfTheDayHearWhoIsNotThereAndWhoIsAgain() {
        days.on(
                new ProviderUnavailable("main", "dr-lee", NOON, null, "ill", NOON),
                GenericEventMessage.asEventMessage("any"));
        assertThat(ordered)
                .containsExactly(
                        new NoteProvider("main.lab.2026-11-22", "dr-lee", false),
                        new NoteProvider("main.lab.2026-11-23", "dr-lee", false));
        ordered.clear();
        days.on(new ProviderAvailable("main", "dr-lee", NOON), GenericEventMessage.asEventMessage("any"));
        assertThat(ordered).contains(new NoteProvider("main.lab.2026-11-23", "dr-lee", true));
    }
}
