package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.SettleAppointment;
import carequeue.api.appointment.AppointmentEvent.AppointmentFulfilled;
import carequeue.api.appointment.AppointmentEvent.ArrivalWithdrawn;
import carequeue.api.appointment.AppointmentNews.AppointmentAgrees;
import carequeue.api.appointment.AppointmentNews.AppointmentDiffers;
import carequeue.api.conflict.Side;
import carequeue.api.patient.DifferenceEvent.PatientAgrees;
import carequeue.api.site.ConflictPolicy.Rule;
import org.junit.jupiter.api.Test;

/** Decisions that wait, and what becomes of them. */
class SyncLaterSagaTest extends SyncPlay {

    private void decidedForThemWhileHere() {
        play.refusing(SettleAppointment.class, new Refused.WrongState("arrived", "here"));
        play.tell(cancelledThere(null)).tell(resolved(Rule.BY_A_PERSON, Side.THEIRS));
        play.result().expectActiveSagas(1);
    }

    @Test
    void whileThePatientIsHereItWaitsUntilNobodyIs() {
        play.refusing(SettleAppointment.class, new Refused.WrongState("arrived", "here"));
        play.tell(cancelledThere(null)).tell(resolved(Rule.BY_A_PERSON, Side.THEIRS));
        play.result().expectActiveSagas(1);
        play.carryingOut(SettleAppointment.class).tell(new ArrivalWithdrawn("a1", "v1", "left", NOON));
        assertThat(play.names()).containsExactly("SettleAppointment");
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoWasSeenInspiteOfItWasSeen() {
        play.refusing(SettleAppointment.class, new Refused.WrongState("arrived", "here"));
        play.tell(cancelledThere(null)).tell(resolved(Rule.BY_A_PERSON, Side.THEIRS));
        play.tell(new AppointmentFulfilled("a1", "v1", NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void theEndOfTheVisitDoesNotEndAnOpenQuestion() {
        play.tell(cancelledThere(null)).tell(new AppointmentFulfilled("a1", "v1", NOON));
        play.result().expectActiveSagas(1);
    }

    @Test
    void twoFieldsOfOneVisitAreFlaggedOnceUntilBothAreDecided() {
        AppointmentDiffers provider = new AppointmentDiffers(
                "a1",
                "main",
                "p1",
                "v1",
                "appointment.provider",
                "dr-lee",
                "dr-yu",
                "ehr",
                "6",
                null,
                null,
                Rule.LAST_WRITE_WINS,
                null,
                "conflict-rules/1",
                NOON);
        play.tell(cancelledThere(null)).tell(provider).tell(resolved(Rule.BY_A_PERSON, Side.OURS));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(1);
    }

    @Test
    void agreementWithoutAConflictIsNothing() {
        play.tell(new PatientAgrees("p1", "main", "patient.phone", "ehr", NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void whatBothSayWhileADecisionWaitsNeedsNoDecision() {
        decidedForThemWhileHere();
        play.tell(new AppointmentAgrees("a1", STATUS, "ehr", NOON));
        assertThat(play.names()).isEmpty();
        play.result().expectActiveSagas(0);
    }

    @Test
    void newsWhileADecisionWaitsIsDecidedAnew() {
        decidedForThemWhileHere();
        play.tell(cancelledThere(null));
        assertThat(play.names()).containsExactly("RaiseItem", "RaiseConflict");
        play.tell(new ArrivalWithdrawn("a1", "v1", "left", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(resolved(Rule.BY_A_PERSON, Side.OURS)).result().expectActiveSagas(0);
    }
}
