package carequeue.command.queue;

import static carequeue.command.queue.Stories.DAY;
import static carequeue.command.queue.Stories.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueCommand;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.site.Site;
import carequeue.command.queue.QueueModel.Person;
import carequeue.command.queue.QueueModel.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random orders to a queue, beside a simple model: nobody called twice, lost, or overtaken beyond the bound. */
class QueueModelTest {

    private static final CallingPolicy KEEPS = CallingPolicy.DEFAULT;
    private static final CallingPolicy RENEWS =
            new CallingPolicy("renews", 2, 2, Duration.ofMinutes(30), 2, 0, false, false, false);

    private static final BareQueue QUEUE_ALONE = new BareQueue();

    private final BareQueue queue = QUEUE_ALONE;
    private Site site;
    private String atRoom2;
    private boolean closed;
    private QueueModel model;
    private CallingPolicy policy;

    @Property
    void aQueueDoesWhatItsModelDoes(
            @ForAll boolean renews, @ForAll @Size(max = 60) List<@IntRange(max = 99_999) Integer> dice) {
        model = new QueueModel();
        policy = renews ? RENEWS : KEEPS;
        site = Clinic.with(policy);
        signOn("dr-lee");
        closed = false;
        queue.startAgain();
        queue.send(new OpenQueue(QUEUE, "main", "urgent-care", DAY, site));
        for (int die : dice) {
            queue.passes(Duration.ofSeconds(die % 13 * 60L));
            step(die);
        }
        everybodyStillWaitingIsCalledOnce();
    }

    private void step(int die) {
        String who = model.people.isEmpty() ? "0" : Integer.toString(die / 32 % model.people.size());
        String point = die / 7 % 2 == 0 ? "room-1" : "room-2";
        switch (die % 21) {
            case 0, 1, 2 -> join(die);
            case 3, 4, 5 -> callNext(point);
            case 6 -> chosen(who, point);
            case 7 -> order(new RecallEntry(QUEUE, who), who, EntryState.WAITING, EntryState.CALLED);
            case 8 -> order(new StartService(QUEUE, who), who, EntryState.IN_SERVICE, EntryState.CALLED);
            case 9 ->
                order(new CompleteService(QUEUE, who, null, site), who, EntryState.COMPLETED, EntryState.IN_SERVICE);
            case 10 -> order(new HoldEntry(QUEUE, who, HoldReason.PAPERWORK), who, EntryState.HELD, EntryState.WAITING);
            case 11 -> order(new ReleaseEntry(QUEUE, who), who, EntryState.WAITING, EntryState.HELD);
            case 12 -> order(new MarkNoShow(QUEUE, who), who, EntryState.NO_SHOW, EntryState.CALLED);
            case 13 -> bringBack(who);
            case 14 -> undo(who);
            case 15 -> signOn(die / 20 % 3 == 0 ? "dr-lee" : die / 20 % 3 == 1 ? "dr-roy" : null);
            case 16, 17 -> elsewhere(who, die / 40 % 2 == 0);
            case 18 -> close(die);
            case 19 -> need(who, die / 160 % 3 == 0 ? null : "isolation");
            default -> prioritize(who, 1 + die / 64 % 5);
        }
    }

    private void need(String who, String kind) {
        Person person = model.people.get(who);
        boolean may = person != null && (person.state == EntryState.WAITING || person.state == EntryState.HELD);
        boolean done = queue.tries(new NeedPoint(QUEUE, who, kind, "a rash", site)) instanceof EntryOutcome;
        assertThat(done).as("need of %s", who).isEqualTo(may);
        if (done) {
            person.needs = kind;
        }
    }

    private void signOn(String provider) {
        atRoom2 = provider;
        site = Clinic.signedOn(site, provider);
    }

    private void elsewhere(String who, boolean now) {
        if (queue.tries(new MarkElsewhere(QUEUE, who, now)) instanceof EntryOutcome) {
            model.people.get(who).elsewhere = now;
        }
    }

    /** Now and then the queue closes; sometimes those who wait count as gone. */
    private void close(int die) {
        boolean leave = die / 20 % 4 == 0;
        if (die / 80 % 8 != 0 && !leave) {
            return;
        }
        List<Person> waiting = model.people.values().stream()
                .filter(p -> p.state == EntryState.WAITING || p.state == EntryState.HELD)
                .toList();
        boolean refused = queue.tries(new CloseQueue(QUEUE, leave, site)) instanceof Refused;
        assertThat(refused).as("closing").isEqualTo(closed && (!leave || waiting.isEmpty()));
        closed = true;
        if (leave) {
            waiting.forEach(p -> p.step(EntryState.LEFT));
        }
    }

    private void join(int die) {
        int number = model.people.size() + 1;
        String id = Integer.toString(number - 1);
        Integer acuity = die / 16 % 4 == 0 ? null : 1 + die / 64 % 5;
        String provider = die / 320 % 4 == 0 ? "dr-lee" : die / 320 % 4 == 1 ? "dr-roy" : null;
        // Some were here long before they get a place; some are booked and their slot has come.
        Instant arrived = queue.now().minusSeconds(die / 128 % 3 * 600L);
        Instant slot = die / 256 % 3 == 0 ? queue.now().minusSeconds(60) : null;
        JoinQueue order = new JoinQueue(
                QUEUE,
                "main",
                "urgent-care",
                DAY,
                id,
                "visit-" + id,
                "patient-" + id,
                acuity,
                provider,
                slot,
                arrived,
                null,
                null,
                site);
        if (closed) {
            assertThat(queue.tries(order)).isInstanceOf(Refused.WrongState.class);
            return;
        }
        assertThat(queue.send(order)).isEqualTo(new Joined(id, "B-%03d".formatted(number)));
        model.people.put(id, new Person(id, number, acuity, provider, arrived));
    }

    private void callNext(String point) {
        Point here = here(point);
        Called called = (Called) queue.send(new CallNext(QUEUE, point, Set.of(), site));
        if (called == null) {
            assertThat(model.anyWaitingAt(here)).as("somebody waits").isFalse();
            return;
        }
        Person person = model.people.get(called.entryId());
        assertThat(person.waitsAt(here)).as("only who waits is called").isTrue();
        model.passedOver(person, here).forEach(other -> {
            other.passedOver++;
            assertThat(other.passedOver).as("overtaken").isLessThanOrEqualTo(policy.overtakenAtMost());
        });
        person.step(EntryState.CALLED);
    }

    private void chosen(String who, String point) {
        Person person = model.people.get(who);
        CallEntry order = new CallEntry(QUEUE, who, point, "chosen", site);
        if (person != null && person.elsewhere) {
            assertThat(queue.tries(order)).isInstanceOf(Refused.WrongState.class);
        } else if (person != null && person.needs != null && point.equals("room-1")) {
            assertThat(queue.tries(order)).isInstanceOf(Refused.class);
        } else {
            order(order, who, EntryState.CALLED, EntryState.WAITING);
        }
    }

    private void bringBack(String who) {
        if (order(new BringBack(QUEUE, who), who, EntryState.WAITING, EntryState.NO_SHOW)
                && !policy.broughtBackKeepsArrival()) {
            model.people.get(who).arrived = queue.now();
        }
    }

    private void prioritize(String who, int acuity) {
        Person person = model.people.get(who);
        EntryState same = person == null ? EntryState.WAITING : person.state;
        boolean changes = person != null && !Integer.valueOf(acuity).equals(person.acuity);
        Prioritize order = new Prioritize(QUEUE, who, acuity, "judged");
        if (!changes) {
            queue.tries(order);
        } else if (order(order, who, same, EntryState.WAITING, EntryState.HELD, EntryState.CALLED)) {
            person.acuity = acuity;
        }
    }

    private void undo(String who) {
        Person person = model.people.get(who);
        boolean done = queue.tries(new UndoStep(QUEUE, who)) instanceof EntryOutcome;
        boolean possible = person != null && person.mayGoBack();
        assertThat(done).as("undo of %s", who).isEqualTo(possible);
        if (done) {
            person.back();
        }
    }

    /** Gives an order; where the state allows it, it is done (a limit of recalls excepted), else refused. */
    private boolean order(QueueCommand order, String who, EntryState to, EntryState... from) {
        Person person = model.people.get(who);
        boolean allowed = person != null && List.of(from).contains(person.state);
        Object answer = queue.tries(order);
        if (answer instanceof Refused.AgainstRule rule && rule.rule().equals("recall-limit")) {
            return false;
        }
        assertThat(answer instanceof EntryOutcome)
                .as("%s answered %s", order, answer)
                .isEqualTo(allowed);
        if (allowed) {
            person.step(to);
            assertThat(answer).isEqualTo(new EntryOutcome(who, to));
        }
        return allowed;
    }

    private void everybodyStillWaitingIsCalledOnce() {
        signOn(null);
        for (String point : List.of("room-1", "room-2")) {
            long waiting = model.people.values().stream()
                    .filter(p -> p.waitsAt(here(point)))
                    .count();
            for (long i = 0; i < waiting; i++) {
                callNext(point);
            }
            assertThat(model.anyWaitingAt(here(point))).as("nobody is lost").isFalse();
            callNext(point);
        }
    }

    private Point here(String point) {
        return point.equals("room-2") ? new Point(atRoom2, "isolation") : new Point(null, null);
    }
}
