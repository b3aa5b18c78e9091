package carequeue.command.queue;

import static carequeue.command.queue.Clinic.NOON;
import static carequeue.command.queue.Stories.QUEUE;
import static carequeue.command.queue.Stories.SITE;
import static carequeue.command.queue.Stories.fixture;
import static carequeue.command.queue.Stories.joined;
import static carequeue.command.queue.Stories.opened;

import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryNote.PointNeeded;
import carequeue.api.queue.QueueCommand.CallEntry;
import carequeue.api.queue.QueueCommand.CallNext;
import carequeue.api.queue.QueueCommand.Called;
import carequeue.api.queue.QueueCommand.NeedPoint;
import carequeue.api.queue.QueueCommand.TransferEntry;
import carequeue.api.queue.QueueEvent.EntryCalled;
import carequeue.api.queue.QueueEvent.EntryTransferred;
import carequeue.api.site.Site;
import carequeue.api.site.Site.Service;
import carequeue.api.site.Site.ServicePoint;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Some patients need a kind of service point: only such a one calls them, and their need goes with them. */
class NeedsTest {

    @Test
    void theNextIsTheFirstWhomThePointMayServeAndNobodyIsOvertakenWhoCouldNotComeThere() {
        annNeedsIsolation()
                .when(new CallNext(QUEUE, "room-1", Set.of(), SITE))
                .expectResultMessagePayload(new Called("bob", "B-002"))
                .expectEvents(new EntryCalled(
                        QUEUE,
                        "bob",
                        "visit-bob",
                        "B-002",
                        "room-1",
                        "Room 1",
                        true,
                        List.of(),
                        null,
                        "acuity-slot-arrival/1",
                        NOON));
        annNeedsIsolation()
                .when(new CallNext(QUEUE, "room-2", Set.of(), SITE))
                .expectResultMessagePayload(new Called("ann", "B-001"));
    }

    @Test
    void aChosenCallByAnUnfitPointIsRefusedWithTheFitOnesAlsoWithAReason() {
        ResultValidator<Queue> refused =
                annNeedsIsolation().when(new CallEntry(QUEUE, "ann", "room-1", "she asks", SITE));
        refused.expectException(Refused.AgainstRule.class)
                .expectExceptionMessage("Ticket B-001 needs a point of the kind isolation: room-2.");
        annNeedsIsolation()
                .when(new CallEntry(QUEUE, "ann", "room-2", null, SITE))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatAServiceNeedsHoldsForEveryoneWhoNeedsNothingElse() {
        Site exams = needing("urgent-care", "isolation");
        two().when(new CallNext(QUEUE, "room-1", Set.of(), exams)).expectNoEvents();
        two().when(new CallNext(QUEUE, "room-2", Set.of(), exams))
                .expectResultMessagePayload(new Called("ann", "B-001"));
    }

    @Test
    void aNeedIsSaidOnceAndOnlyForAKindThatIsThere() {
        two().when(new NeedPoint(QUEUE, "ann", "isolation", "a rash", SITE)).expectEvents(need("isolation"));
        annNeedsIsolation()
                .when(new NeedPoint(QUEUE, "ann", "isolation", "again", SITE))
                .expectNoEvents();
        two().when(new NeedPoint(QUEUE, "ann", "x-ray", "a fall", SITE))
                .expectException(Refused.AgainstRule.class)
                .expectExceptionMessage("No point that serves urgent-care at Main Street Clinic is of the kind needed;"
                        + " there is room-2 (isolation).");
    }

    @Test
    void aTransferKeepsTheNeedAndIsRefusedWhereNothingMeetsIt() {
        annNeedsIsolation()
                .when(new TransferEntry(QUEUE, "ann", "primary-care", null, "better there", SITE))
                .expectEvents(new EntryTransferred(
                        QUEUE,
                        "ann",
                        "visit-ann",
                        "main",
                        "primary-care",
                        "better there",
                        Stories.minutesAgo(59),
                        "keeps-arrival",
                        "isolation",
                        NOON));
        annNeedsIsolation()
                .when(new TransferEntry(QUEUE, "ann", "lab", null, "blood first", SITE))
                .expectException(Refused.AgainstRule.class);
    }

    private static TestExecutor<Queue> two() {
        return fixture().given(opened(CallingPolicy.DEFAULT), joined("ann", 1, 3), joined("bob", 2, 3));
    }

    private static TestExecutor<Queue> annNeedsIsolation() {
        return fixture()
                .given(opened(CallingPolicy.DEFAULT), joined("ann", 1, 3), joined("bob", 2, 3), need("isolation"));
    }

    private static PointNeeded need(String kind) {
        return new PointNeeded(QUEUE, "ann", "visit-ann", null, kind, "a rash", NOON);
    }

    private static Site needing(String serviceId, String kind) {
        List<Service> services = SITE.services().stream()
                .map(s -> s.serviceId().equals(serviceId) ? new Service(serviceId, s.name(), s.prefix(), kind) : s)
                .toList();
        List<ServicePoint> points = SITE.servicePoints();
        return new Site(
                SITE.siteId(),
                SITE.name(),
                SITE.timeZone(),
                SITE.dayStart(),
                SITE.hours(),
                services,
                points,
                SITE.policies());
    }
}
