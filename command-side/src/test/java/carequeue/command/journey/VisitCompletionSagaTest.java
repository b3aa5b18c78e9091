package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.queue.EntryNote.ProviderMissing;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueEvent.*;
import carequeue.api.visit.VisitCommand.*;
import carequeue.api.visit.VisitEvent.PatientIdentified;
import org.junit.jupiter.api.Test;

/**
 * Every way of a place in the queue to the end of the visit. Ways out:
 *
 * <ul>
 *   <li>the last of its services is completed: finished, the appointment fulfilled
 *   <li>the next service takes nobody: finished all the same, with an open item
 *   <li>the check-in is taken back, or the visit was over before the place was there
 * </ul>
 *
 * Who leaves, is sent away by a transfer that fails, or is not there at the end of the day has left. That is no end of this process, because the last
 * step of an entry can still be taken back, or the patient be brought back, and then the visit goes on.
 */
class VisitCompletionSagaTest extends CompletionPlay {

    @Test
    void theNextServiceIsJoinedWithTheSameTicket() {
        play.tell(new EntryPrioritized(QUEUE, "e1", 3, 2, "worse", NOON))
                .tell(new PatientIdentified("v1", "main", "p2", "p1", NOON))
                .tell(new ServiceCompleted(QUEUE, "e1", "v1", "lab", NOON, "arrives-again", NOON));
        assertThat(play.names()).containsExactly("JoinQueue");
        assertThat(play.order(JoinQueue.class)).isEqualTo(further("lab", "p2", 2, "event-5", "next"));
    }

    @Test
    void aTransferJoinsTheOtherQueueWithTheSameTicket() {
        play.tell(transferred());
        assertThat(play.names()).containsExactly("JoinQueue");
        assertThat(play.order(JoinQueue.class)).isEqualTo(further("lab", "p1", 3, "event-3", "there"));
    }

    @Test
    void whoWaitsForAProviderWhoIsAwayHearsOfIt() {
        play.tell(new ProviderMissing(QUEUE, "e1", "v1", "dr-lee", NOON));
        RequestNotification told = play.order(RequestNotification.class);
        assertThat(told.patientId()).isEqualTo("p1");
        assertThat(told.visitId()).isEqualTo("v1");
        assertThat(told.template()).isEqualTo(MessageTemplate.VISIT_CHANGED);
        assertThat(told.variables()).containsEntry("ticket", "B-042").doesNotContainValue("dr-lee");
    }
}
