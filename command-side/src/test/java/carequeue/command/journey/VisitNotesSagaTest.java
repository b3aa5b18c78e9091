package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.queue.EntryNote.*;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueEvent.EntryNoShow;
import carequeue.api.queue.QueueEvent.EntryRecalled;
import carequeue.api.queue.QueueEvent.ServiceCompleted;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.CloseItem;
import carequeue.api.visit.VisitCommand.EndUnseen;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What needs a person is on the worklist, and goes from there in every way. */
class VisitNotesSagaTest {

    private static final String QUEUE = "main.lab.2026-11-23";

    private static Play<VisitNotesSaga> play(Object first) {
        return new Play<>(VisitNotesSaga.class).tell(first);
    }

    private static ProviderMissing missing() {
        return new ProviderMissing(QUEUE, "e1", "v1", "dr-lee", NOON);
    }

    private static EntryUnfinished unfinished(EntryState state) {
        return new EntryUnfinished(QUEUE, "e1", "v1", state, "Lab 1", NOON);
    }

    @Test
    void aRedFlagStandsUntilThePatientIsSeen() {
        Play<VisitNotesSaga> play = play(new EntryRedFlagged(QUEUE, "e1", "v1", "red-flags/1", NOON));
        assertThat(play.order(RaiseItem.class)).isEqualTo(new RaiseItem("v1", OpenItem.RED_FLAG, null));
        play.tell(new ServiceStarted(QUEUE, "e1", "v1", "lab-1", NOON));
        assertThat(play.order(CloseItem.class)).isEqualTo(new CloseItem("v1", OpenItem.RED_FLAG, "is being seen"));
    }

    @Test
    void aMissingProviderIsSettledInEveryWay() {
        for (Object way : List.of(
                new ProviderBack(QUEUE, "e1", "v1", "dr-lee", NOON),
                new WaitsForProvider(QUEUE, "e1", "v1", "dr-lee", NOON),
                new EntryReassigned(QUEUE, "e1", "v1", "dr-lee", "dr-roy", "ill", NOON),
                new ServiceStarted(QUEUE, "e1", "v1", "lab-1", NOON),
                new VisitLeft("v1", "p1", null, "no time", NOON))) {
            Play<VisitNotesSaga> play = play(missing());
            assertThat(play.order(RaiseItem.class))
                    .isEqualTo(new RaiseItem("v1", OpenItem.PROVIDER_UNAVAILABLE, "dr-lee"));
            play.tell(way);
            assertThat(play.order(CloseItem.class).item()).as("%s", way).isEqualTo(OpenItem.PROVIDER_UNAVAILABLE);
        }
    }

    @Test
    void whoWasWithStaffAtTheEndOfTheDayIsAskedAbout() {
        for (Object way : List.of(
                new ServiceCompleted(QUEUE, "e1", "v1", null, null, null, NOON),
                new EntryNoShow(QUEUE, "e1", "v1", NOON),
                new EntryRecalled(QUEUE, "e1", "v1", 1, NOON),
                new VisitFinished("v1", "p1", null, NOON))) {
            Play<VisitNotesSaga> play = play(unfinished(EntryState.IN_SERVICE));
            assertThat(play.order(RaiseItem.class))
                    .isEqualTo(new RaiseItem("v1", OpenItem.NOT_FINISHED, "in-service at Lab 1"));
            play.tell(way);
            assertThat(play.order(CloseItem.class).item()).as("%s", way).isEqualTo(OpenItem.NOT_FINISHED);
        }
    }

    @Test
    void theVisitOfWhoNeverCameBackEnds() {
        Play<VisitNotesSaga> play = play(unfinished(EntryState.NO_SHOW));
        assertThat(play.order(EndUnseen.class)).isEqualTo(new EndUnseen("v1", "no-show"));
        play.result().expectActiveSagas(0);
    }
}
