package carequeue.command.journey;

import static carequeue.command.journey.Play.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.notification.MessageTemplate;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RequestNotification;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.queue.QueueCommand.AskLine;
import carequeue.api.queue.QueueCommand.InLine;
import carequeue.api.queue.QueueCommand.LineUp;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryLeft;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.site.Sites;
import carequeue.api.visit.VisitCommand.AskVisit;
import carequeue.api.visit.VisitCommand.VisitNow;
import carequeue.api.visit.VisitEvent.VisitPlaced;
import carequeue.api.visit.VisitState;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What patients are told of, each fact under a reason of its own, by the site's policy, and nothing personal in it. */
class TellingsTest {

    private final Stage stage = new Stage(RequestNotification.class, AskVisit.class, AskLine.class);
    private final Tellings tellings = new Tellings(stage.orders, new Sites(List.of(Play.SITE)));

    @BeforeEach
    void aVisitAndALine() {
        LocalDate day = LocalDate.of(2026, 11, 23);
        stage.answer(
                AskVisit.class, new VisitNow("v1", "main", day, VisitState.WAITING, "p1", "lab", null, "q1", "e1"));
        line(2);
    }

    private void line(int waiting) {
        stage.answer(
                AskLine.class,
                new LineUp(IntStream.rangeClosed(1, waiting)
                        .mapToObj(i -> new InLine("e" + i, "v" + i, "p" + i, "L-00" + i))
                        .toList()));
    }

    private RequestNotification told() {
        List<RequestNotification> all = stage.of(RequestNotification.class);
        return all.get(all.size() - 1);
    }

    private static EntryCalled called() {
        return new EntryCalled(
                "q1", "e9", "v1", "L-009", "lab-1", "Lab 1", true, List.of(), null, "acuity-slot-arrival/1", NOON);
    }

    @Test
    void whoHasAPlaceIsToldTheTicketOncePerVisit() {
        VisitPlaced placed = new VisitPlaced("v1", "p1", null, "q1", "e1", "L-001", NOON);
        tellings.on(placed, Stage.message("event-1", placed), "main");
        assertThat(told().template()).isEqualTo(MessageTemplate.PLACED);
        assertThat(told().reason()).isEqualTo("placed:v1");
        assertThat(told().notificationId()).isEqualTo(NotificationCommand.id("main", "placed:v1"));
        assertThat(told().patientId()).isEqualTo("p1");
        assertThat(told().variables()).containsOnlyKeys("site", "ticket");
        assertThat(MessageTemplate.PLACED.variables())
                .containsAll(told().variables().keySet());
        assertThat(told().policy()).isEqualTo(NotifyPolicy.DEFAULT);
        assertThat(told().expiresAt()).isAfter(NOON);
    }

    @Test
    void whoIsCalledIsToldWhereTo() {
        tellings.on(called(), Stage.message("event-7", called()), "main");
        assertThat(told().template()).isEqualTo(MessageTemplate.PLEASE_COME);
        assertThat(told().reason()).isEqualTo("called:e9:event-7");
        assertThat(told().patientId()).isEqualTo("p1");
        assertThat(told().variables()).containsEntry("room", "Lab 1").containsEntry("ticket", "L-009");
        assertThat(MessageTemplate.PLEASE_COME.variables())
                .containsAll(told().variables().keySet());
    }

    @Test
    void whoHasTwoBeforeThemIsToldSoWhenTheLineMoves() {
        line(5);
        EntryLeft left = new EntryLeft("q1", "e0", "v0", "no time", NOON);
        tellings.on(left, Stage.message("event-8", left), "main");
        assertThat(told().template()).isEqualTo(MessageTemplate.NEXT_BUT_TWO);
        assertThat(told().reason()).isEqualTo("next-but-two:e3");
        assertThat(told().visitId()).isEqualTo("v3");
        assertThat(told().patientId()).isEqualTo("p3");
    }

    @Test
    void inAShortLineNobodyIsNextButTwo() {
        EntryTransferred gone = new EntryTransferred("q1", "e0", "v0", "main", "lab", "x", NOON, "keeps-arrival", NOON);
        tellings.on(gone, Stage.message("event-8", gone), "main");
        stage.answer(AskLine.class, new Refused.NotFound("queue", "q1"));
        tellings.on(gone, Stage.message("event-9", gone), "main");
        assertThat(stage.of(RequestNotification.class)).isEmpty();
    }

    @Test
    void aReceiptOfAVisitIsTold() {
        Money money = new Money(2500, "USD");
        ReceiptIssued issued = new ReceiptIssued("receipts.main", "main", 7, "a1", "pay", "v1", money, List.of(), NOON);
        tellings.on(issued, Stage.message("event-9", issued));
        assertThat(told().template()).isEqualTo(MessageTemplate.RECEIPT);
        assertThat(told().reason()).isEqualTo("receipt:receipts.main:7");
        stage.ordered.clear();
        ReceiptIssued without =
                new ReceiptIssued("receipts.main", "main", 8, "a2", "pay", null, money, List.of(), NOON);
        tellings.on(without, Stage.message("event-10", without));
        assertThat(stage.ordered).isEmpty();
    }

    @Test
    void aVisitThatIsNotThereTellsNobody() {
        stage.answer(AskVisit.class, new Refused.NotFound("visit", "v1"));
        tellings.on(called(), Stage.message("event-7", called()), "main");
        assertThat(stage.of(RequestNotification.class)).isEmpty();
    }
}
