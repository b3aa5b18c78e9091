package carequeue.query.conflicts;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.conflict.ConflictQuery.ConflictView;
import carequeue.api.conflict.ConflictQuery.Conflicts;
import carequeue.api.conflict.ConflictQuery.FindConflict;
import carequeue.api.conflict.ConflictQuery.FindConflicts;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice;
import carequeue.query.views.Names;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The conflicts as they stand now. */
@Component
class ConflictsNow {

    private final ConflictRows rows;

    ConflictsNow(ConflictRows rows) {
        this.rows = rows;
    }

    /** A conflict; {@link Refused.NotFound} also when it is not for the one who asks. */
    ConflictView get(String conflictId, Actor actor) {
        ConflictView found = handle(new FindConflict(conflictId));
        if (found == null || !actor.mayEnter(found.siteId())) {
            throw new Refused.NotFound("conflict", conflictId);
        }
        return found;
    }

    @QueryHandler
    ConflictView handle(FindConflict query) {
        return rows.find(query.conflictId())
                .map(conflict -> views(List.of(conflict)).get(0))
                .orElse(null);
    }

    @QueryHandler
    Conflicts handle(FindConflicts query) {
        Set<String> sites = query.siteId() == null ? null : Set.of(query.siteId());
        return page(new ConflictRows.Wanted(sites, query.subjectId(), query.state()), query.cursor(), query.limit());
    }

    Conflicts page(ConflictRows.Wanted wanted, String cursor, int limit) {
        Slice<Disagreement> page = Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.OLDEST), limit), limit);
        return new Conflicts(views(page.items()), page.nextCursor());
    }

    private List<ConflictView> views(List<Disagreement> all) {
        Map<String, String> names = rows.names(all.stream()
                .map(d -> d.about().patientId())
                .filter(Objects::nonNull)
                .toList());
        return all.stream()
                .map(d -> d.view(names.getOrDefault(d.about().patientId(), Names.UNKNOWN)))
                .toList();
    }
}
