package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a check-in ends, early or late, and what is refused. */
class CheckInEndsSagaTest extends CheckInPlay {

    @Test
    void anAppointmentThatCannotArriveRefusesTheCheckIn() {
        play.refusing(Arrive.class, new Refused.WrongState("cancelled", "It is cancelled."))
                .tell(requested(null, true, "a1"));
        assertThat(play.names()).containsExactly("Arrive", "RefuseCheckIn", "WithdrawArrival");
        assertThat(play.order(RefuseCheckIn.class)).isEqualTo(new RefuseCheckIn("v1", "cancelled", "It is cancelled."));
        play.result().expectActiveSagas(0);
        verify(play.deadlines, never()).schedule(any(), any(), any());
    }

    @Test
    void whoIsCheckedInAlreadyIsRefusedWithTheOpenVisit() {
        play.refusing(IdentifyPatient.class, new Refused.AlreadyTaken("open-visit", "v0"))
                .tell(requested(TYPED, true, null))
                .tell(answer(LookupOutcome.FOUND, "p9", null));
        assertThat(play.order(RefuseCheckIn.class).rule()).isEqualTo("already-checked-in");
        assertThat(play.order(RefuseCheckIn.class).sentence()).contains("v0");
        play.result().expectActiveSagas(0);
    }

    @Test
    void theDeadAreNotCheckedIn() {
        play.tell(requested(null, true, "a1")).tell(answer(LookupOutcome.DECEASED, "p1", null));
        assertThat(play.names()).containsExactly("RefuseCheckIn", "WithdrawArrival");
        assertThat(play.order(RefuseCheckIn.class).rule()).isEqualTo("deceased");
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupOutcome.class,
            names = {"NOT_FOUND", "AMBIGUOUS", "INVALID"})
    void whoIsKnownNowhereIsRefused(LookupOutcome outcome) {
        play.tell(requested(TYPED, true, null)).tell(answer(outcome, null, "phone is missing"));
        assertThat(play.names()).containsExactly("RefuseCheckIn");
        assertThat(play.order(RefuseCheckIn.class).rule())
                .isEqualTo(
                        switch (outcome) {
                            case NOT_FOUND -> "unknown-patient";
                            case AMBIGUOUS -> "ambiguous-patient";
                            default -> "invalid-patient";
                        });
        play.result().expectActiveSagas(0);
    }

    @Test
    void whenPatienceEndsAKnownPatientIsPlacedAndTheLateAnswerClosesTheItem() {
        play.tell(requested(null, true, null)).tell(new PatienceEnded("v1", "patient", NOON.plusSeconds(2)));
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.PATIENT_DATA_CACHED);
        assertThat(play.names()).containsExactly("RaiseItem", "AskCoverages", "JoinQueue");
        play.tell(placed(null));
        play.result().expectActiveSagas(1);
        play.tell(answer(LookupOutcome.UNAVAILABLE, null, null));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(1);
        play.tell(answer(LookupOutcome.FOUND, "p1", null));
        assertThat(play.names()).containsExactly("IdentifyPatient", "CloseItem", "CloseItem");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aQueueThatTakesNobodyRefusesTheCheckInAndGivesTheAppointmentBack() {
        play.refusing(JoinQueue.class, Play.closed())
                .tell(requested(null, true, "a1"))
                .tell(answer(LookupOutcome.FOUND, "p1", null));
        assertThat(play.names())
                .containsExactly("IdentifyPatient", "AskCoverages", "JoinQueue", "RefuseCheckIn", "WithdrawArrival");
        assertThat(play.order(RefuseCheckIn.class))
                .isEqualTo(new RefuseCheckIn("v1", "closed", "The queue is closed."));
        assertThat(play.order(WithdrawArrival.class).reason()).isEqualTo("The queue is closed.");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoCannotBeNamedWhenThePatienceEndsIsRefused() {
        play.tell(requested(TYPED, true, "a1"))
                .refusing(IdentifyPatient.class, new Refused.AlreadyTaken("v0", "checked in already"))
                .tell(new PatienceEnded("v1", "patient", NOON.plusSeconds(2)));
        assertThat(play.order(RefuseCheckIn.class).rule()).isEqualTo("already-checked-in");
        assertThat(play.names()).endsWith("RefuseCheckIn", "WithdrawArrival");
        play.result().expectActiveSagas(0);
    }
}
