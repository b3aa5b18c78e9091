package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every path of a check-in, told event by event. */
class CheckInSagaTest extends CheckInPlay {

    private static CheckInRequested tooEarly() {
        return new CheckInRequested(
                "v1",
                "main",
                DAY,
                Channel.KIOSK,
                "p1",
                null,
                true,
                "a1",
                "primary-care",
                "dr-lee",
                NOON.plusSeconds(7200),
                null,
                null,
                Duration.ofSeconds(2),
                NOON,
                NOON.plusSeconds(5400),
                null,
                null);
    }

    @Test
    void aBookedPatientArrivesAndTheEhrIsAskedWithinTwoSeconds() {
        play.tell(requested(null, true, "a1"));
        assertThat(play.names()).containsExactly("Arrive", "LookUpPatient");
        verify(play.deadlines).schedule("v1", "patient", NOON.plusSeconds(2));
    }

    @Test
    void ordersNameTheProcessTheVisitAndTheEvent() {
        play.tell(requested(null, true, "a1"));
        var arrive = play.ordered().get(0);
        assertThat(arrive.getMetaData())
                .containsEntry(Facts.ACTOR, "system")
                .containsEntry(Facts.CORRELATION_ID, "v1")
                .containsEntry(Facts.REPEAT_SCOPE, "saga.check-in")
                .containsEntry(Facts.REPEAT_KEY, Ids.derived("order", "v1", "event-1", "Arrive"));
    }

    @Test
    void aPatientWhomTheEhrKnowsIsPlaced() {
        play.tell(requested(null, true, "a1")).tell(answer(LookupOutcome.FOUND, "p1", null));
        verify(play.deadlines).cancel("v1", "patient");
        assertThat(play.names()).containsExactly("IdentifyPatient", "AskCoverages", "JoinQueue");
        assertThat(play.order(JoinQueue.class))
                .isEqualTo(new JoinQueue(
                        "main.primary-care.2026-11-23",
                        "main",
                        "primary-care",
                        DAY,
                        Ids.derived("entry", "v1", "event-2"),
                        "v1",
                        "p1",
                        3,
                        "dr-lee",
                        NOON,
                        NOON,
                        null,
                        null,
                        Play.SITE));
        play.tell(placed("a1"));
        assertThat(play.names()).containsExactly("CheckInAppointment");
        play.result().expectActiveSagas(0);
    }

    @Test
    void anIdentifiedPatientIsNamedBeforePlacing() {
        play.tell(requested(TYPED, true, null)).tell(answer(LookupOutcome.FOUND, "p9", null));
        assertThat(play.order(IdentifyPatient.class).patientId()).isEqualTo("p9");
        assertThat(play.order(JoinQueue.class).patientId()).isEqualTo("p9");
    }

    @ParameterizedTest
    @EnumSource(
            value = LookupOutcome.class,
            names = {"NOT_FOUND", "AMBIGUOUS", "INVALID", "UNAVAILABLE"})
    void whoIsKnownHereGoesOnWithAnOpenItem(LookupOutcome outcome) {
        play.tell(requested(null, true, null)).tell(answer(outcome, null, "phone is missing"));
        assertThat(play.names()).containsExactly("RaiseItem", "AskCoverages", "JoinQueue");
        assertThat(play.order(RaiseItem.class).item())
                .isEqualTo(
                        outcome == LookupOutcome.INVALID
                                ? OpenItem.PATIENT_DATA_INVALID
                                : OpenItem.PATIENT_DATA_CACHED);
    }

    @Test
    void whenPatienceEndsAnIdentifiedPatientIsRegisteredAsTypedIn() {
        play.tell(requested(TYPED, true, null)).tell(new PatienceEnded("v1", "patient", NOON.plusSeconds(2)));
        assertThat(play.names())
                .containsExactly("RegisterPatient", "IdentifyPatient", "RaiseItem", "AskCoverages", "JoinQueue");
        assertThat(play.order(RegisterPatient.class).patientId()).isEqualTo("p1");
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.PATIENT_TYPED_IN);
    }

    @Test
    void aRecordNumberThatBecameKnownMeanwhileNamesThePatient() {
        play.refusing(RegisterPatient.class, new Refused.AlreadyTaken("mrn", "p7"))
                .tell(requested(TYPED, true, null))
                .tell(new PatienceEnded("v1", "patient", NOON.plusSeconds(2)));
        assertThat(play.order(IdentifyPatient.class).patientId()).isEqualTo("p7");
        assertThat(play.order(JoinQueue.class).patientId()).isEqualTo("p7");
    }

    @Test
    void patienceThatEndsAfterPlacingChangesNothing() {
        play.tell(requested(null, true, null))
                .tell(answer(LookupOutcome.UNAVAILABLE, null, null))
                .tell(new PatienceEnded("v1", "patient", NOON.plusSeconds(2)));
        assertThat(play.names()).isEmpty();
    }

    @Test
    void aTypedInPatientIsPlacedAtOnceAndTheItemClosesWhenTheEhrKnowsThem() {
        play.tell(requested(null, false, null));
        assertThat(play.names()).containsExactly("RaiseItem", "AskCoverages", "JoinQueue");
        play.tell(placed(null));
        play.result().expectActiveSagas(1);
        play.tell(new PatientLinked("p1", "ehr", "77"));
        assertThat(play.order(CloseItem.class))
                .isEqualTo(new CloseItem("v1", OpenItem.PATIENT_TYPED_IN, "linked with ehr"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void aFailureThatIsNoRefusalIsNotSwallowed() {
        play.refusing(JoinQueue.class, new IllegalStateException("the database is away"))
                .tell(requested(null, true, null));
        play.tell(answer(LookupOutcome.FOUND, "p1", null));
        assertThat(play.failure()).isInstanceOf(IllegalStateException.class);
        assertThat(play.names()).doesNotContain("RefuseCheckIn");
    }

    @Test
    void whoIsTooEarlyIsNotedAndPlacedWhenTheWindowOpens() {
        play.tell(tooEarly());
        assertThat(play.names()).containsExactly("Arrive", "LookUpPatient");
        verify(play.deadlines).schedule("v1", "window", NOON.plusSeconds(5400));
        play.tell(answer(LookupOutcome.FOUND, "p1", null));
        assertThat(play.names()).containsExactly("IdentifyPatient", "AskCoverages");
        play.tell(new PatienceEnded("v1", "window", NOON));
        assertThat(play.names()).containsExactly("JoinQueue");
        assertThat(play.order(JoinQueue.class).arrivedAt()).isEqualTo(NOON.plusSeconds(5400));
        play.tell(placed("a1")).result().expectActiveSagas(0);
    }

    @Test
    void theWindowMayOpenBeforeTheEhrAnswers() {
        play.tell(tooEarly()).tell(new PatienceEnded("v1", "window", NOON));
        assertThat(play.names()).isEmpty();
        play.tell(answer(LookupOutcome.FOUND, "p1", null));
        assertThat(play.names()).containsExactly("IdentifyPatient", "AskCoverages", "JoinQueue");
    }

    @Test
    void theWaitForTheWindowIsNotTheWaitForTheEhr() {
        play.tell(tooEarly()).tell(new PatienceEnded("v1", "patient", NOON));
        assertThat(play.names()).containsExactly("RaiseItem", "AskCoverages");
        play.tell(answer(LookupOutcome.FOUND, "p9", null));
        assertThat(play.names()).containsExactly("IdentifyPatient", "CloseItem", "CloseItem");
        play.tell(new PatienceEnded("v1", "window", NOON));
        assertThat(play.order(JoinQueue.class).patientId()).isEqualTo("p9");
    }
}
