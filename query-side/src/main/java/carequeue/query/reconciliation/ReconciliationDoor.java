package carequeue.query.reconciliation;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Sites;
import carequeue.query.door.Keyset;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice;
import carequeue.query.door.Word;
import carequeue.query.reconciliation.DifferenceRows.Wanted;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to the worklist of differences and the days that were compared. */
@RestController
class ReconciliationDoor {

    private static final Set<String> STATES = Set.of("open", "closed", "gone");

    private final DifferenceRows rows;
    private final UnmatchedWords words;
    private final Sites sites;

    ReconciliationDoor(DifferenceRows rows, UnmatchedWords words, Sites sites) {
        this.rows = rows;
        this.words = words;
        this.sites = sites;
    }

    /** The differences, the first found first, and the days, the last one first. */
    record Reconciliation(List<Differing> items, List<ComparedDay> days, String nextCursor) {}

    @GetMapping("/api/reconciliation")
    Reconciliation reconciliation(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) LocalDate date,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor) {
        if (state != null && !STATES.contains(state)) {
            throw new Refused.BadField("/state", "is one of open, closed, gone");
        }
        Wanted wanted = new Wanted(Sees.sites(siteId, actor, sites), Word.day(date, "date"), state);
        int most = Slice.limit(limit);
        Slice<Differing> page = Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.OLDEST), most), most);
        return new Reconciliation(page.items(), rows.days(wanted), page.nextCursor());
    }

    /** What payers said that belongs to no claim of ours; it is of no site. */
    record Words(List<UnmatchedWords.Unmatched> items, String nextCursor) {}

    @GetMapping("/api/reconciliation/claims")
    Words words(@RequestParam(required = false) String state) {
        if (state != null && !Set.of("open", "closed").contains(state)) {
            throw new Refused.BadField("/state", "is one of open, closed");
        }
        return new Words(words.last(state == null ? null : state.equals("open")), null);
    }
}
