package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.MarkElsewhere;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A patient with places in two queues: while one has them, the other keeps the place and does not call. */
class ElsewhereSagaTest {

    private static final String CARE = "main.urgent-care.2026-11-23";
    private static final String LAB = "main.lab.2026-11-23";

    private final Play<ElsewhereSaga> play = new Play<>(ElsewhereSaga.class);

    private static EntryJoined joined(String queue, String entry) {
        return new EntryJoined(queue, entry, "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON);
    }

    private static EntryCalled called(String queue, String entry) {
        return new EntryCalled(queue, entry, "v1", "B-042", "r", "R", true, List.of(), null, "p/1", NOON);
    }

    private static Standing standing(EntryState state) {
        return new Standing(state, 3, NOON, null, null, null, null, null, 0);
    }

    @BeforeEach
    void twoPlaces() {
        play.tell(joined(CARE, "e1")).tell(joined(LAB, "e2"));
        assertThat(play.names()).isEmpty();
    }

    private void marked(String queue, String entry, boolean elsewhere) {
        assertThat(play.names()).containsExactly("MarkElsewhere");
        assertThat(play.order(MarkElsewhere.class)).isEqualTo(new MarkElsewhere(queue, entry, elsewhere));
    }

    @Test
    void beingCalledMarksTheOtherPlaceAndBeingDoneFreesIt() {
        play.tell(called(CARE, "e1"));
        marked(LAB, "e2", true);
        play.tell(new ServiceStarted(CARE, "e1", "v1", "r", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(new ServiceCompleted(CARE, "e1", "v1", null, null, null, NOON));
        marked(LAB, "e2", false);
        play.tell(called(LAB, "e2"));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void everyWayOutOfBeingCalledFreesTheOtherPlace() {
        for (EntryEvent out : List.of(
                new EntryRecalled(CARE, "e1", "v1", 1, NOON),
                new EntryNoShow(CARE, "e1", "v1", NOON),
                new StepUndone(CARE, "e1", "v1", "queue.entry-called", standing(EntryState.WAITING), NOON))) {
            Play<ElsewhereSaga> again = new Play<>(ElsewhereSaga.class);
            again.tell(joined(CARE, "e1")).tell(joined(LAB, "e2")).tell(called(CARE, "e1"));
            again.tell(out);
            assertThat(again.order(MarkElsewhere.class)).as("%s", out).isEqualTo(new MarkElsewhere(LAB, "e2", false));
        }
    }

    @Test
    void aPlaceThatComesWhileThePatientIsWithStaffIsMarkedAtOnce() {
        play.tell(called(CARE, "e1")).tell(joined("main.imaging.2026-11-23", "e3"));
        marked("main.imaging.2026-11-23", "e3", true);
    }

    @Test
    void whoWasTransferredFromAPlaceIsNotMarkedThere() {
        play.tell(new EntryTransferred(LAB, "e2", "v1", "north", "lab", "full", NOON, "keeps-arrival", NOON));
        assertThat(play.tell(called(CARE, "e1")).names()).isEmpty();
    }

    @Test
    void whoLeftOrWasSentAwayIsNotMarked() {
        play.tell(new EntryLeft(LAB, "e2", "v1", "no time", NOON)).tell(called(CARE, "e1"));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void whoComesBackFromNoShowIsMarkedAsItStandsNow() {
        play.tell(called(LAB, "e2"))
                .tell(new EntryNoShow(LAB, "e2", "v1", NOON))
                .tell(called(CARE, "e1"));
        assertThat(play.names()).isEmpty();
        play.tell(new EntryBroughtBack(LAB, "e2", "v1", NOON, "keeps-arrival", NOON));
        marked(LAB, "e2", true);
    }

    @Test
    void aNoShowTakenBackHasThePatientAgain() {
        play.tell(called(LAB, "e2")).tell(new EntryNoShow(LAB, "e2", "v1", NOON));
        play.tell(new StepUndone(LAB, "e2", "v1", "queue.entry-no-show", standing(EntryState.CALLED), NOON));
        marked(CARE, "e1", true);
    }

    @Test
    void itEndsWithTheVisit() {
        play.tell(new VisitFinished("v1", "p1", null, NOON));
        play.result().expectActiveSagas(0);
    }
}
