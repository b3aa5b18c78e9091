package carequeue.adapter.pms;

import carequeue.api.Ids;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.QueueQuery.Board;
import carequeue.api.queue.QueueQuery.BoardEntry;
import carequeue.api.queue.QueueQuery.FindBoard;
import carequeue.api.site.Sites;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the patient of an appointment stands in the line, as the board shows it; and why, where that is not known. */
@Component
@WithPms
public class Line {

    private static final long SECONDS = 2;

    private final ObjectProvider<QueryGateway> queries;
    private final Sites sites;
    private final Clock clock;

    public Line(ObjectProvider<QueryGateway> queries, Sites sites, Clock clock) {
        this.queries = queries;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * A place.
     *
     * @param minutes of wait expected, or null
     * @param position counted from 1, or null
     * @param reason why one of them is null, or null where both are known
     */
    public record Place(Integer minutes, Integer position, String reason) {}

    Place of(Standings.Standing standing, PmsStatus word) {
        if (word != PmsStatus.CHECKED_IN || standing.visitId() == null) {
            return new Place(null, null, "not in the line");
        }
        QueryGateway gateway = queries.getIfAvailable();
        return gateway == null
                ? unknown()
                : entry(gateway, standing).map(Line::place).orElseGet(Line::unknown);
    }

    private Optional<BoardEntry> entry(QueryGateway gateway, Standings.Standing standing) {
        String queue = Ids.queue(
                standing.siteId(),
                standing.serviceId(),
                sites.get(standing.siteId()).businessDay(clock.instant()));
        try {
            Board board = gateway.query(new FindBoard(queue), Board.class).get(SECONDS, TimeUnit.SECONDS);
            return Optional.ofNullable(board).stream()
                    .flatMap(b -> b.entries().stream())
                    .filter(entry -> standing.visitId().equals(entry.visitId()))
                    .findFirst();
        } catch (ExecutionException | TimeoutException e) {
            // No node that shows boards answers this one: the status is told without the place.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Place place(BoardEntry entry) {
        if (entry.state() != EntryState.WAITING || entry.place() == null) {
            return new Place(null, null, "not waiting");
        }
        return entry.estimate() == null
                ? new Place(null, entry.place(), "no estimate yet")
                : new Place(entry.estimate().p50(), entry.place(), null);
    }

    private static Place unknown() {
        return new Place(null, null, "not known here yet");
    }
}
