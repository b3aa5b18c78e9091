package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Ids;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.appointment.AppointmentCommand.WithdrawArrival;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.queue.QueueEvent.ServiceStarted;
import carequeue.api.queue.QueueEvent.Standing;
import carequeue.api.queue.QueueEvent.StepUndone;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.RaiseItem;
import carequeue.api.visit.VisitEvent.CheckInRefused;
import carequeue.api.visit.VisitEvent.ServiceAdded;
import carequeue.api.visit.VisitEvent.VisitFinished;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitEvent.VisitReopened;
import org.junit.jupiter.api.Test;

/** What a second check-in of an open visit comes to. */
class AddedServiceSagaTest {

    private final Play<AddedServiceSaga> play = new Play<>(AddedServiceSaga.class);

    private static ServiceAdded added(String appointmentId, String ticket) {
        return new ServiceAdded("v1", "main", "p1", "lab", appointmentId, null, null, ticket, NOON);
    }

    private static final Standing BACK = new Standing(EntryState.WAITING, null, NOON, null, null, null, null, null, 0);
    private static final String OWN = Ids.derived("entry", "v1", "lab", "a2");

    private static ServiceStarted started(String queueId, String entryId) {
        return new ServiceStarted(queueId, entryId, "v1", "room-1", NOON);
    }

    private static StepUndone undone(String entryId) {
        return new StepUndone("main.lab.2026-11-23", entryId, "v1", "queue.service-started", BACK, NOON);
    }

    private static VisitPlaced placed() {
        return new VisitPlaced("v1", "p1", null, "main.urgent-care.2026-11-23", "e1", "B-042", NOON);
    }

    @Test
    void aPlaceBesideTheFirstHasItsTicket() {
        play.tell(added(null, "B-042"));
        assertThat(play.names()).containsExactly("JoinQueue");
        assertThat(play.order(JoinQueue.class).ticket()).isEqualTo("B-042");
        assertThat(play.order(JoinQueue.class).queueId()).isEqualTo("main.lab.2026-11-23");
        play.tell(placed());
        assertThat(play.names()).isEmpty();
    }

    @Test
    void beforeTheFirstPlaceItWaitsForTheTicket() {
        play.tell(added("a2", null));
        assertThat(play.names()).containsExactly("Arrive");
        play.tell(placed());
        assertThat(play.names()).containsExactly("JoinQueue", "CheckInAppointment");
        assertThat(play.order(JoinQueue.class).ticket()).isEqualTo("B-042");
    }

    @Test
    void aQueueThatTakesNobodyIsAnOpenItem() {
        play.refusing(JoinQueue.class, Play.closed()).tell(added(null, "B-042"));
        assertThat(play.order(RaiseItem.class).item()).isEqualTo(OpenItem.NOT_PLACED);
    }

    @Test
    void theAppointmentGoesTheWayOfTheVisit() {
        play.tell(added("a2", "B-042")).tell(new VisitLeft("v1", "p1", "a1", "no time", NOON));
        assertThat(play.names()).containsExactly("WithdrawArrival");
        play.tell(new VisitReopened("v1", "main", "p1", NOON));
        assertThat(play.names()).containsExactly("Arrive");
        play.tell(started("main.lab.2026-11-23", OWN));
        assertThat(play.names()).containsExactly("BeginAppointment");
        play.tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.order(FulfilAppointment.class)).isEqualTo(new FulfilAppointment("a2", "v1"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void whoWasSeenForSomethingElseOnlyIsAwaitedOnceMore() {
        play.tell(added("a2", "B-042"))
                .tell(started("main.urgent-care.2026-11-23", "e1"))
                .tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.order(WithdrawArrival.class).appointmentId()).isEqualTo("a2");
        play.result().expectActiveSagas(0);
    }

    @Test
    void aBeginningThatIsTakenBackDoesNotCount() {
        play.tell(added("a2", "B-042"))
                .tell(started("main.lab.2026-11-23", OWN))
                .tell(undone(OWN))
                .tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.names()).containsExactly("WithdrawArrival");
    }

    @Test
    void whoIsSentToAnotherQueueIsSeenThere() {
        play.tell(added("a2", "B-042"))
                .tell(new EntryTransferred(
                        "main.lab.2026-11-23", OWN, "v1", "main", "imaging", "x", NOON, "keeps-arrival", NOON))
                .tell(started("main.imaging.2026-11-23", "e9"));
        assertThat(play.names()).containsExactly("BeginAppointment");
    }

    @Test
    void twoOfOneServiceShareThePlaceAndAreServedTogether() {
        play.refusing(JoinQueue.class, new Refused.AgainstRule("twice-in-queue", "Already there."))
                .tell(added("a2", "B-042"));
        assertThat(play.names()).containsExactly("Arrive", "JoinQueue", "CheckInAppointment");
        play.tell(started("main.urgent-care.2026-11-23", "e2"));
        assertThat(play.names()).isEmpty();
        play.tell(started("main.lab.2026-11-23", "e1"));
        assertThat(play.names()).containsExactly("BeginAppointment");
        play.tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.names()).containsExactly("FulfilAppointment");
    }

    @Test
    void itEndsWithARefusedCheckIn() {
        play.tell(added("a2", null)).tell(new CheckInRefused("v1", null, "deceased", "See the desk.", NOON));
        assertThat(play.names()).containsExactly("WithdrawArrival");
        play.result().expectActiveSagas(0);
    }
}
