package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Ids;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;

/** A visit with its places, and its process. */
abstract class CompletionPlay {

    static final String QUEUE = "main.urgent-care.2026-11-23";
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    final Play<VisitCompletionSaga> play = new Play<>(VisitCompletionSaga.class);

    @BeforeEach
    void aPatientGotAPlace() {
        play.tell(new EntryJoined(QUEUE, "e1", "v1", "p1", "B-042", 1, 3, null, null, NOON, NOON));
        assertThat(play.order(PlaceVisit.class)).isEqualTo(new PlaceVisit("v1", QUEUE, "e1", "B-042"));
        play.tell(new VisitPlaced("v1", "p1", "a1", QUEUE, "e1", "B-042", NOON));
    }

    static JoinQueue further(String service, String patient, Integer acuity, String event, String step) {
        return new JoinQueue(
                Ids.queue("main", service, DAY),
                "main",
                service,
                DAY,
                Ids.derived("entry", "v1", event, step),
                "v1",
                patient,
                acuity,
                null,
                null,
                NOON,
                "B-042",
                null,
                Play.SITE);
    }

    static EntryTransferred transferred() {
        return new EntryTransferred(QUEUE, "e1", "v1", "main", "lab", "blood", NOON, "keeps-arrival", NOON);
    }
}
