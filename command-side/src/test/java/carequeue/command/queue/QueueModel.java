package carequeue.command.queue;

import carequeue.api.queue.EntryState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue as a child would keep it: a row of people, what each does, and how often each was passed over. */
final class QueueModel {

    final Map<String, Person> people = new LinkedHashMap<>();

    /** Where somebody calls: who is there, and what it is fit for. */
    record Point(String provider, String kind) {}

    static final class Person {
        final String id;
        final int number;
        final String provider;
        String needs;
        final Deque<Object[]> before = new ArrayDeque<>();
        EntryState state = EntryState.WAITING;
        Integer acuity;
        Instant arrived;
        int passedOver;
        boolean elsewhere;

        Person(String id, int number, Integer acuity, String provider, Instant arrived) {
            this.id = id;
            this.number = number;
            this.acuity = acuity;
            this.provider = provider;
            this.arrived = arrived;
        }

        private int urgency() {
            return acuity == null ? 3 : acuity;
        }

        boolean waitsAt(Point point) {
            return state == EntryState.WAITING
                    && !elsewhere
                    && (provider == null || point.provider() == null || provider.equals(point.provider()))
                    && (needs == null || needs.equals(point.kind()));
        }

        private boolean cameBefore(Person other) {
            return arrived.isBefore(other.arrived) || arrived.equals(other.arrived) && number < other.number;
        }

        void step(EntryState to) {
            before.push(new Object[] {state, acuity, arrived});
            state = to;
        }

        /** Whether the last step can be taken back: not the way here, not the end, and not to staff while others have the patient. */
        boolean mayGoBack() {
            if (before.isEmpty() || state == EntryState.COMPLETED) {
                return false;
            }
            EntryState was = (EntryState) before.peek()[0];
            return !elsewhere || was != EntryState.CALLED && was != EntryState.IN_SERVICE;
        }

        void back() {
            Object[] was = before.pop();
            state = (EntryState) was[0];
            acuity = (Integer) was[1];
            arrived = (Instant) was[2];
        }
    }

    /** Whom a call lets wait although they came earlier, are as urgent, and could be served there. */
    List<Person> passedOver(Person called, Point point) {
        return people.values().stream()
                .filter(p -> p != called && p.waitsAt(point))
                .filter(p -> p.urgency() == called.urgency() && p.cameBefore(called))
                .toList();
    }

    boolean anyWaitingAt(Point point) {
        return people.values().stream().anyMatch(p -> p.waitsAt(point));
    }
}
