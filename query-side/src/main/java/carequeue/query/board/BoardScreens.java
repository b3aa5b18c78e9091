package carequeue.query.board;

import carequeue.api.Ids;
import carequeue.api.appointment.AppointmentQuery.AppointmentView;
import carequeue.api.appointment.AppointmentQuery.Appointments;
import carequeue.api.appointment.AppointmentQuery.FindAppointments;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueState;
import carequeue.api.site.Site;
import carequeue.query.live.ViewPositions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Puts the board's page together; who is expected is asked of the day's plan. */
@Component
class BoardScreens {

    private static final int PLAN = 500;
    private static final Set<AppointmentStatus> NOT_YET_HERE =
            EnumSet.of(AppointmentStatus.PROPOSED, AppointmentStatus.PENDING, AppointmentStatus.BOOKED);

    private final Boards boards;
    private final ViewPositions positions;
    private final QueryGateway queries;
    private final Clock clock;

    BoardScreens(Boards boards, ViewPositions positions, QueryGateway queries, Clock clock) {
        this.boards = boards;
        this.positions = positions;
        this.queries = queries;
        this.clock = clock;
    }

    BoardScreen of(Site site, String serviceId, LocalDate day, String tab) {
        Instant now = clock.instant();
        long position = positions.of(Set.of(BoardProjection.VIEW, "view.appointments"));
        String queueId = Ids.queue(site.siteId(), serviceId, day);
        Rendering rendering = boards.rendering(queueId);
        List<BoardScreen.Line> lines = rendering == null ? List.of() : lines(rendering, now);
        List<AppointmentView> expected = expected(site.siteId(), serviceId, day);
        return new BoardScreen(
                queueId,
                rendering == null ? QueueState.OPEN : rendering.queue().state(),
                rendering == null
                        ? site.policies().calling()
                        : rendering.queue().policy(),
                position,
                now,
                tab,
                counts(lines, expected),
                lines.stream()
                        .filter(line -> BoardScreen.tab(line.state()).equals(tab))
                        .sorted(BoardScreen.order())
                        .toList(),
                expected,
                longest(lines));
    }

    private static Instant longest(List<BoardScreen.Line> lines) {
        return lines.stream()
                .filter(line -> line.state() == EntryState.WAITING)
                .map(BoardScreen.Line::since)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Map<String, Integer> counts(List<BoardScreen.Line> lines, List<AppointmentView> expected) {
        Map<String, Integer> counts = new HashMap<>();
        BoardScreen.TABS.forEach(tab -> counts.put(tab, 0));
        lines.forEach(line -> counts.merge(BoardScreen.tab(line.state()), 1, Integer::sum));
        counts.put("expected", expected.size());
        return counts;
    }

    private static List<BoardScreen.Line> lines(Rendering rendering, Instant now) {
        Map<String, Integer> places = rendering.places(now);
        return rendering.queue().entries().values().stream()
                .map(entry -> line(rendering, entry, places.get(entry.entryId())))
                .toList();
    }

    private static BoardScreen.Line line(Rendering rendering, Entry e, Integer place) {
        return new BoardScreen.Line(
                e.entryId(),
                e.ticket(),
                e.visitId(),
                rendering.patient(e).name(),
                e.standing().acuity(),
                e.state(),
                place,
                since(e),
                e.slot(),
                e.standing().servicePointName() == null
                        ? e.standing().servicePoint()
                        : e.standing().servicePointName(),
                rendering.flags(e),
                e.overtaken(),
                e.undoable() != null,
                e.needs());
    }

    private static Instant since(Entry e) {
        return switch (e.state()) {
            case WAITING, HELD -> e.joinedAt();
            case CALLED, NO_SHOW -> e.standing().calledAt();
            case IN_SERVICE -> e.standing().startedAt();
            default -> e.endedAt();
        };
    }

    private List<AppointmentView> expected(String siteId, String serviceId, LocalDate day) {
        return queries.query(new FindAppointments(siteId, day, null, PLAN), Appointments.class).join().items().stream()
                .filter(a -> a.serviceId().equals(serviceId) && NOT_YET_HERE.contains(a.status()))
                .toList();
    }
}
