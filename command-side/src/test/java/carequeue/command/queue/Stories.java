package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;

import carequeue.api.Ids;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** Histories of the urgent-care queue of one day, told by the states an entry came to. */
final class Stories {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final String QUEUE = Ids.queue("main", "urgent-care", DAY);

    static final Site SITE = Clinic.open();

    private Stories() {}

    static FixtureConfiguration<Queue> fixture() {
        return new AggregateTestFixture<>(Queue.class).registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    static QueueOpened opened(CallingPolicy policy) {
        return new QueueOpened(QUEUE, "main", "urgent-care", DAY, "B", policy);
    }

    static EntryJoined joined(String who, long number, Integer acuity) {
        return joined(who, number, acuity, minutesAgo(60 - (int) number));
    }

    static EntryJoined joined(String who, long number, Integer acuity, Instant arrivedAt) {
        return new EntryJoined(
                QUEUE,
                who,
                "visit-" + who,
                "patient-" + who,
                "B-%03d".formatted(number),
                number,
                acuity,
                null,
                null,
                arrivedAt,
                arrivedAt);
    }

    static JoinQueue join(String who) {
        return join(who, null);
    }

    static JoinQueue join(String who, String ticket) {
        return new JoinQueue(
                QUEUE,
                "main",
                "urgent-care",
                DAY,
                who,
                "visit-" + who,
                "patient-" + who,
                null,
                null,
                null,
                null,
                ticket,
                null,
                SITE);
    }

    static Instant minutesAgo(int minutes) {
        return NOON.minusSeconds(60L * minutes);
    }

    static EntryCalled called(String who, String point) {
        String name = point.equals("room-1") ? "Room 1" : "Room 2";
        String ticket = "B-001";
        return new EntryCalled(
                QUEUE,
                who,
                "visit-" + who,
                ticket,
                point,
                name,
                true,
                List.of(),
                null,
                "acuity-slot-arrival/1",
                minutesAgo(10));
    }

    /** One entry of acuity 3 that came to a state by legal steps. */
    static List<QueueEvent> anEntry(EntryState state) {
        List<QueueEvent> story =
                new ArrayList<>(List.of(opened(CallingPolicy.DEFAULT), joined("ann", 1, 3, minutesAgo(30))));
        switch (state) {
            case WAITING -> {}
            case HELD -> story.add(new EntryHeld(QUEUE, "ann", HoldReason.PAPERWORK, minutesAgo(9)));
            case LEFT -> story.add(new EntryLeft(QUEUE, "ann", "visit-ann", "no time", minutesAgo(9)));
            case TRANSFERRED ->
                story.add(new EntryTransferred(
                        QUEUE,
                        "ann",
                        "visit-ann",
                        "main",
                        "lab",
                        "blood first",
                        minutesAgo(30),
                        "keeps-arrival",
                        minutesAgo(9)));
            case CALLED -> story.add(called("ann", "room-1"));
            case NO_SHOW ->
                story.addAll(
                        List.of(called("ann", "room-1"), new EntryNoShow(QUEUE, "ann", "visit-ann", minutesAgo(9))));
            case IN_SERVICE ->
                story.addAll(List.of(
                        called("ann", "room-1"),
                        new ServiceStarted(QUEUE, "ann", "visit-ann", "room-1", minutesAgo(9))));
            case COMPLETED ->
                story.addAll(List.of(
                        called("ann", "room-1"),
                        new ServiceStarted(QUEUE, "ann", "visit-ann", "room-1", minutesAgo(9)),
                        new ServiceCompleted(QUEUE, "ann", "visit-ann", null, null, null, minutesAgo(8))));
            case ENTERED_IN_ERROR ->
                story.add(new EntryEnteredInError(QUEUE, "ann", "visit-ann", "the other Ann", minutesAgo(9)));
        }
        return story;
    }
}
