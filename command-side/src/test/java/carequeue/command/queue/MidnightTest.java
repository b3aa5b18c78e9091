package carequeue.command.queue;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Ids;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.CallNext;
import carequeue.api.queue.QueueCommand.Called;
import carequeue.api.queue.QueueCommand.CompleteService;
import carequeue.api.queue.QueueCommand.EntryOutcome;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueCommand.Joined;
import carequeue.api.queue.QueueCommand.StartService;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Bare;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A night at three sites, each in its own zone, also on the nights on which the clocks change: midnight is no end of anything. */
class MidnightTest {

    private static Site site(String zone) {
        return new Site(
                "main",
                "Main Street Clinic",
                ZoneId.of(zone),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(new Site.Service("urgent-care", "Urgent care", "B")),
                List.of(new Site.ServicePoint("room-1", "Room 1", List.of("urgent-care"), null)),
                Policies.DEFAULT);
    }

    private static JoinQueue join(Site site, String who, LocalDate day) {
        String queue = Ids.queue("main", "urgent-care", day);
        return new JoinQueue(
                queue,
                "main",
                "urgent-care",
                day,
                who,
                "visit-" + who,
                "patient-" + who,
                null,
                null,
                null,
                null,
                null,
                null,
                site);
    }

    @ParameterizedTest(name = "{0}, the night after {1}")
    @CsvSource({
        "America/New_York, 2026-11-23",
        "America/New_York, 2026-03-07",
        "America/New_York, 2026-10-31",
        "America/Los_Angeles, 2026-11-23",
        "America/Los_Angeles, 2026-03-07",
        "America/Los_Angeles, 2026-10-31",
        "Pacific/Auckland, 2026-11-23",
        "Pacific/Auckland, 2026-09-26",
        "Pacific/Auckland, 2026-04-04",
    })
    void whoJoinsBeforeMidnightIsCalledAfterItFromTheSameLineWithTheSameTicket(String zone, LocalDate date) {
        Site site = site(zone);
        Instant joins = date.atTime(23, 50).atZone(site.timeZone()).toInstant();
        Bare clinic = new Bare(Queue.class, new Sites(List.of(site)));
        clinic.startAgain(joins);
        LocalDate day = site.businessDay(clinic.instant());
        String queue = Ids.queue("main", "urgent-care", day);
        assertThat(day).isEqualTo(date);
        Joined place = (Joined) clinic.tries(join(site, "ann", day));
        assertThat(place.ticket()).isEqualTo("B-001");

        clinic.passes(Duration.ofMinutes(20));
        assertThat(clinic.instant().atZone(site.timeZone()).toLocalDate()).isEqualTo(date.plusDays(1));
        assertThat(site.businessDay(clinic.instant())).isEqualTo(date);
        assertThat(clinic.tries(new CallNext(queue, "room-1", Set.of(), site))).isEqualTo(new Called("ann", "B-001"));
        assertThat(clinic.tries(join(site, "bob", site.businessDay(clinic.instant()))))
                .isEqualTo(new Joined("bob", "B-002"));
        assertThat(clinic.tries(new StartService(queue, "ann")))
                .isEqualTo(new EntryOutcome("ann", EntryState.IN_SERVICE));

        Instant nextDay = site.startOf(date.plusDays(1));
        clinic.passes(Duration.between(clinic.instant(), nextDay).plusMinutes(10));
        LocalDate next = site.businessDay(clinic.instant());
        assertThat(next).isEqualTo(date.plusDays(1));
        assertThat(clinic.tries(join(site, "eve", next))).isEqualTo(new Joined("eve", "B-001"));
        assertThat(clinic.tries(new CompleteService(queue, "ann", null, site)))
                .isEqualTo(new EntryOutcome("ann", EntryState.COMPLETED));
    }
}
