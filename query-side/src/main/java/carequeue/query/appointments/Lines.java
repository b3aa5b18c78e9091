package carequeue.query.appointments;

import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.BoardEntry;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Where the patients of appointments stand in the line, as the boards show it; each board is asked once for a page. */
@Component
class Lines {

    private final QueryGateway queries;
    private final Sites sites;
    private final Clock clock;

    Lines(QueryGateway queries, Sites sites, Clock clock) {
        this.queries = queries;
        this.sites = sites;
        this.clock = clock;
    }

    List<AppointmentView> with(List<AppointmentView> appointments) {
        Map<String, List<BoardEntry>> boards = new HashMap<>();
        return appointments.stream().map(a -> with(a, boards)).toList();
    }

    private AppointmentView with(AppointmentView a, Map<String, List<BoardEntry>> boards) {
        boolean here = a.status() == AppointmentStatus.ARRIVED || a.status() == AppointmentStatus.CHECKED_IN;
        if (!here || a.visitId() == null) {
            return a.inLine(null, null, "not in the line");
        }
        String queue =
                Ids.queue(a.siteId(), a.serviceId(), sites.get(a.siteId()).businessDay(clock.instant()));
        return boards.computeIfAbsent(queue, this::entries).stream()
                .filter(entry -> a.visitId().equals(entry.visitId()))
                .findFirst()
                .map(entry -> with(a, entry))
                .orElseGet(() -> a.inLine(null, null, "not in the line"));
    }

    private static AppointmentView with(AppointmentView a, BoardEntry entry) {
        if (entry.state() != EntryState.WAITING || entry.place() == null) {
            return a.inLine(null, null, "not waiting");
        }
        return entry.estimate() == null
                ? a.inLine(null, entry.place(), "no estimate yet")
                : a.inLine(entry.estimate().p50(), entry.place(), null);
    }

    private List<BoardEntry> entries(String queueId) {
        Board board = queries.query(new FindBoard(queueId), Board.class).join();
        return board == null ? List.of() : board.entries();
    }
}
