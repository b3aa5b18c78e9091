package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.appointment.AppointmentCommand.FulfilAppointment;
import carequeue.api.queue.QueueCommand.JoinQueue;
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
        play.tell(new VisitFinished("v1", "p1", "a1", NOON));
        assertThat(play.order(FulfilAppointment.class)).isEqualTo(new FulfilAppointment("a2", "v1"));
        play.result().expectActiveSagas(0);
    }

    @Test
    void itEndsWithARefusedCheckIn() {
        play.tell(added("a2", null)).tell(new CheckInRefused("v1", null, "deceased", "See the desk.", NOON));
        assertThat(play.names()).containsExactly("WithdrawArrival");
        play.result().expectActiveSagas(0);
    }
}
