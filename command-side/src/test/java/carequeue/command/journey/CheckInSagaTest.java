package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrive;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.patient.PatientCommand.RegisterPatient;
import carequeue.api.patient.PatientEvent.PatientLinked;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.visit.Identification;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.*;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every path of a check-in, told event by event. */
class CheckInSagaTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Identification TYPED = new Identification(
            Phi.of("MRN001"), Phi.of("Ann"), Phi.of("Lee"), Phi.of(LocalDate.of(1980, 1, 2)), Phi.of("555"));

    private final Play<CheckInSaga> play = new Play<>(CheckInSaga.class);

    private static CheckInRequested requested(Identification who, boolean lookUp, String appointment) {
        return new CheckInRequested(
                "v1",
                "main",
                DAY,
                Channel.DESK,
                "p1",
                who,
                lookUp,
                appointment,
                "primary-care",
                "dr-lee",
                NOON,
                3,
                null,
                Duration.ofSeconds(2),
                NOON);
    }

    private static PatientLookupAnswered answer(LookupOutcome outcome, String patient, String detail) {
        return new PatientLookupAnswered("v1", outcome, patient, detail, NOON);
    }

    private static VisitPlaced placed(String appointment) {
        return new VisitPlaced("v1", "p1", appointment, "q", "e", "A-001", NOON);
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
    void anAppointmentThatCannotArriveRefusesTheCheckIn() {
        play.refusing(Arrive.class, new Refused.WrongState("cancelled", "It is cancelled."))
                .tell(requested(null, true, "a1"));
        assertThat(play.names()).containsExactly("Arrive", "RefuseCheckIn", "WithdrawArrival");
        assertThat(play.order(RefuseCheckIn.class)).isEqualTo(new RefuseCheckIn("v1", "cancelled", "It is cancelled."));
        play.result().expectActiveSagas(0);
        verify(play.deadlines, never()).schedule(any(), any(), any());
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
    void aFailureThatIsNoRefusalIsNotSwallowed() {
        play.refusing(JoinQueue.class, new IllegalStateException("the database is away"))
                .tell(requested(null, true, null));
        play.tell(answer(LookupOutcome.FOUND, "p1", null));
        assertThat(play.failure()).isInstanceOf(IllegalStateException.class);
        assertThat(play.names()).doesNotContain("RefuseCheckIn");
    }

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
