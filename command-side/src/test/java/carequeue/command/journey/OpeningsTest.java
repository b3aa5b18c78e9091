package carequeue.command.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import carequeue.api.queue.QueueCommand.OpenQueue;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Site.OpeningHours;
import carequeue.api.site.SiteEvent.SiteSetUp;
import carequeue.api.site.SiteEvent.TaskDue;
import carequeue.api.site.SiteTask;
import carequeue.api.site.Sites;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.InOrder;

/** Queues open by the hours: all of a site's services at each opening, over nights on which the clocks change, never on a day off. */
class OpeningsTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);

    private final Stage stage = new Stage(OpenQueue.class);
    private final Deadlines deadlines = mock(Deadlines.class);

    private Openings at(LocalTime opens, LocalTime closes) {
        Site site = new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new OpeningHours(opens, closes, List.of(DayOfWeek.SUNDAY)),
                List.of(new Site.Service("lab", "Laboratory", "L"), new Site.Service("imaging", "Imaging", "I")),
                List.of(),
                Policies.DEFAULT);
        return new Openings(stage.orders, deadlines, new Sites(List.of(site)));
    }

    private static SiteSetUp setUp(Instant at) {
        return new SiteSetUp("main", 1, null, null, at);
    }

    private static TaskDue due(SiteTask task, Instant at) {
        return new TaskDue("main", task, LocalDate.of(2026, 11, 23), null, at);
    }

    @ParameterizedTest
    @CsvSource({
        // at, before and after today's opening; Saturday evening; the night to winter time
        "2026-11-23T12:00:00Z, 07:00, 19:00, 2026-11-24, 2026-11-24T12:00:00Z",
        "2026-11-23T11:59:00Z, 07:00, 19:00, 2026-11-23, 2026-11-23T12:00:00Z",
        "2026-11-23T17:00:00Z, 07:00, 19:00, 2026-11-24, 2026-11-24T12:00:00Z",
        "2026-11-28T23:00:00Z, 07:00, 19:00, 2026-11-30, 2026-11-30T12:00:00Z",
        "2026-10-31T20:00:00Z, 07:00, 19:00, 2026-11-02, 2026-11-02T12:00:00Z",
        // round the clock: with the business day
        "2026-11-23T17:00:00Z, 00:00, 00:00, 2026-11-24, 2026-11-24T08:00:00Z",
        "2026-11-28T23:00:00Z, 00:00, 00:00, 2026-11-30, 2026-11-30T08:00:00Z",
    })
    void theNextOpeningIsArranged(Instant now, LocalTime opens, LocalTime closes, LocalDate day, Instant opening) {
        at(opens, closes).on(setUp(now));
        InOrder order = inOrder(deadlines);
        order.verify(deadlines).cancel(Waiting.SITE, "main", "opening:" + day);
        order.verify(deadlines).schedule(Waiting.SITE, "main", "opening:" + day, opening);
    }

    @Test
    void anOpeningOpensTheQueuesOfAllServicesAndArrangesTheNext() {
        Instant seven = Instant.parse("2026-11-23T12:00:00Z");
        at(LocalTime.of(7, 0), LocalTime.of(19, 0)).on(due(SiteTask.OPENING, seven), Stage.message("m1", "x"));
        assertThat(stage.of(OpenQueue.class))
                .extracting(OpenQueue::queueId)
                .containsExactly("main.lab.2026-11-23", "main.imaging.2026-11-23");
        verify(deadlines).schedule(Waiting.SITE, "main", "opening:2026-11-24", Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Test
    void whatWasArrangedForHoursThatHoldNoMoreOpensNothing() {
        Instant sunday =
                SUNDAY.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
        at(LocalTime.of(7, 0), LocalTime.of(19, 0)).on(due(SiteTask.OPENING, sunday), Stage.message("m1", "x"));
        assertThat(stage.ordered).isEmpty();
        verify(deadlines).schedule(Waiting.SITE, "main", "opening:2026-11-30", Instant.parse("2026-11-30T12:00:00Z"));
    }

    @Test
    void anotherTaskIsAnothersMatter() {
        at(LocalTime.of(7, 0), LocalTime.of(19, 0)).on(due(SiteTask.REMINDERS, Play.NOON), Stage.message("m1", "x"));
        assertThat(stage.ordered).isEmpty();
    }
}
