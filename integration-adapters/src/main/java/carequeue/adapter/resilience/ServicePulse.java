package carequeue.adapter.resilience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last calls to one service, as this node made them. */
final class ServicePulse {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_RETURNS = Duration.ofSeconds(1);
    private static final int MOST = 5_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private String failure;
    private boolean missed;
    private Instant returned = Instant.EPOCH;
    private long newErrors;

    private record Call(Instant at, long millis, boolean answered) {}

    /** Notes a call and why it was not answered, or null; true when the service answers again and whatever waits for it may go. */
    synchronized boolean note(Instant at, long millis, String why) {
        boolean answered = why == null;
        calls.addLast(new Call(at, millis, answered));
        while (calls.size() > MOST || calls.peekFirst().at().isBefore(at.minus(KEPT))) {
            calls.removeFirst();
        }
        failure = why;
        newErrors += answered ? 0 : 1;
        missed |= !answered;
        // A service that answers every other call would else wake everything that waits for it all the time.
        boolean back = answered && missed && returned.plus(BETWEEN_RETURNS).isBefore(at);
        if (back) {
            missed = false;
            returned = at;
        }
        return back;
    }

    /** Whether the last call was not answered. */
    synchronized boolean failing() {
        return failure != null;
    }

    /** Why the last call was not answered, or null. */
    synchronized String failure() {
        return failure;
    }

    /** Whether some of the last five minutes' calls were not answered. */
    synchronized boolean unsteady() {
        return calls.stream().anyMatch(call -> !call.answered());
    }

    /** The median of the last five minutes in milliseconds, or null when nothing was called. */
    synchronized Long median() {
        long[] sorted = calls.stream().mapToLong(Call::millis).sorted().toArray();
        return sorted.length == 0 ? null : (Long) sorted[sorted.length / 2];
    }

    /** The errors since the last time this was asked. */
    synchronized long takeErrors() {
        long taken = newErrors;
        newErrors = 0;
        return taken;
    }
}
