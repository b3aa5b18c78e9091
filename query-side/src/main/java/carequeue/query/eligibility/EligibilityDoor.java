package carequeue.query.eligibility;

import carequeue.api.Actor;
import carequeue.api.eligibility.EligibilityQuery.CheckView;
import carequeue.api.eligibility.EligibilityQuery.Checks;
import carequeue.api.eligibility.EligibilityState;
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

/** The door to eligibility checks: all, or the worklist of those that somebody has to see to. */
@RestController
@RequestMapping("/api/eligibility-checks")
@Reads(CheckProjection.VIEW)
class EligibilityDoor {

    private final EligibilityChecks checks;
    private final Sites sites;
    private final EntityTags tags;

    EligibilityDoor(EligibilityChecks checks, Sites sites, EntityTags tags) {
        this.checks = checks;
        this.sites = sites;
        this.tags = tags;
    }

    @GetMapping
    Checks checks(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String visitId,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "false") boolean handedOver,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor,
            WebRequest request) {
        CheckRows.Wanted wanted = new CheckRows.Wanted(
                Sees.sites(siteId, actor, sites), visitId, Word.of(EligibilityState.class, state, "state"), handedOver);
        return tags.unlessKnown(checks.page(wanted, cursor, Slice.limit(limit)), request);
    }

    @GetMapping("/{checkId}")
    CheckView check(@PathVariable String checkId, Actor actor, WebRequest request) {
        return tags.unlessKnown(checks.get(checkId, actor), request);
    }
}
