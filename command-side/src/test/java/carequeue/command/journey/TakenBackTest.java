package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.EntryNote.EntryEnteredInError;
import carequeue.api.queue.QueueCommand.EnterInError;
import carequeue.api.visit.VisitCommand.PlaceVisit;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.TakenBack;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check-in taken back, in either way: every process of the visit comes to its end, and nothing of it is left. */
class TakenBackTest extends TakenBackPlay {

    @ParameterizedTest
    @MethodSource("bothWays")
    void theCheckInEndsAndTheAppointmentIsBookedAgain(TakenBack back) {
        Play<CheckInSaga> play = new Play<>(CheckInSaga.class);
        play.tell(new CheckInRequested(
                        "v1",
                        "main",
                        DAY,
                        Channel.DESK,
                        "p1",
                        null,
                        true,
                        "a1",
                        "lab",
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(2),
                        NOON))
                .tell(back);
        assertThat(play.order(WithdrawArrival.class)).isEqualTo(new WithdrawArrival("a1", "v1", back.reason()));
        verify(play.deadlines).cancel("v1", "patient");
        play.result().expectActiveSagas(0);
    }

    @Test
    void anEntryWhoseOrderWasOnTheWayIsTakenOutAgain() {
        Play<VisitCompletionSaga> play = new Play<>(VisitCompletionSaga.class);
        play.refusing(PlaceVisit.class, new Refused.WrongState("entered-in-error", "The visit is entered-in-error."))
                .tell(joined());
        assertThat(play.order(EnterInError.class))
                .isEqualTo(new EnterInError(QUEUE, "v1", "The visit is entered-in-error."));
        play.result().expectActiveSagas(0);
        Play<ElsewhereSaga> elsewhere = new Play<>(ElsewhereSaga.class);
        elsewhere
                .tell(joined())
                .tell(new EntryEnteredInError(QUEUE, "e1", "v1", "x", NOON))
                .result()
                .expectActiveSagas(0);
    }
}
