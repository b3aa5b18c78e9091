package carequeue.query.conflicts;

import carequeue.api.Actor;
import carequeue.api.conflict.ConflictQuery.ConflictView;
import carequeue.api.conflict.ConflictQuery.Conflicts;
import carequeue.api.conflict.ConflictState;
import carequeue.api.site.Sites;
import carequeue.query.door.EntityTags;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice;
import carequeue.query.door.Word;
import carequeue.query.live.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The door to conflicts. */
@RestController
@RequestMapping("/api/conflicts")
@Reads(ConflictProjection.VIEW)
class ConflictDoor {

    private final ConflictsNow conflicts;
    private final Sites sites;
    private final EntityTags tags;

    ConflictDoor(ConflictsNow conflicts, Sites sites, EntityTags tags) {
        this.conflicts = conflicts;
        this.sites = sites;
        this.tags = tags;
    }

    @GetMapping
    Conflicts conflicts(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String subjectId,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor,
            WebRequest request) {
        ConflictRows.Wanted wanted = new ConflictRows.Wanted(
                Sees.sites(siteId, actor, sites), subjectId, Word.of(ConflictState.class, state, "state"));
        return tags.unlessKnown(conflicts.page(wanted, cursor, Slice.limit(limit)), request);
    }

    @GetMapping("/{conflictId}")
    ConflictView conflict(@PathVariable String conflictId, Actor actor, WebRequest request) {
        return tags.unlessKnown(conflicts.get(conflictId, actor), request);
    }
}
