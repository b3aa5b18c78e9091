package carequeue.query.board;

import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The board as the page shows it.
 *
 * @param counts how many stand under each tab
 * @param lines those under the tab that is open
 * @param longestSince since when the one waits who waits longest, or null
 */
record BoardScreen(
        String queueId,
        QueueState state,
        CallingPolicy policy,
        long position,
        Instant asOf,
        String tab,
        Map<String, Integer> counts,
        List<Line> lines,
        List<AppointmentView> expected,
        Instant longestSince) {

    static final List<String> TABS = List.of("waiting", "called", "in-room", "expected", "done");

    /** One entry on the page. */
    record Line(
            String entryId,
            String ticket,
            String visitId,
            String patient,
            Integer acuity,
            EntryState state,
            Integer place,
            Instant since,
            Instant slot,
            String point,
            List<String> flags,
            int overtaken,
            boolean undoable,
            String needs) {

        /** Whether an action is allowed in the state the entry is in. */
        public boolean may(String action) {
            return switch (action) {
                case "call", "hold" -> state == EntryState.WAITING;
                case "transfer", "leave" -> state == EntryState.WAITING || state == EntryState.HELD;
                case "prioritize" ->
                    state == EntryState.WAITING || state == EntryState.HELD || state == EntryState.CALLED;
                case "release" -> state == EntryState.HELD;
                case "start", "recall", "no-show" -> state == EntryState.CALLED;
                case "complete" -> state == EntryState.IN_SERVICE;
                case "bring-back" -> state == EntryState.NO_SHOW;
                case "undo" -> undoable;
                default -> false;
            };
        }
    }

    /** The tab under which an entry stands. */
    static String tab(EntryState state) {
        return switch (state) {
            case WAITING, HELD -> "waiting";
            case CALLED -> "called";
            case IN_SERVICE -> "in-room";
            default -> "done";
        };
    }

    static Comparator<Line> order() {
        return Comparator.comparing(Line::place, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Line::since, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /** The wait after which an entry of acuity 4 or 5 rises, in minutes. */
    public long targetMinutes() {
        return policy == null ? Duration.ZERO.toMinutes() : policy.targetWait().toMinutes();
    }
}
