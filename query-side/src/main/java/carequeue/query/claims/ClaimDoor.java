package carequeue.query.claims;

import carequeue.api.Actor;
import carequeue.api.claim.ClaimQuery.ClaimList;
import carequeue.api.claim.ClaimQuery.ClaimView;
import carequeue.api.claim.ClaimState;
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

/** The door to claims: all, or the worklist of those that somebody has to see to. */
@RestController
@RequestMapping("/api/claims")
@Reads(ClaimProjection.VIEW)
class ClaimDoor {

    private final ClaimsNow claims;
    private final Sites sites;
    private final EntityTags tags;

    ClaimDoor(ClaimsNow claims, Sites sites, EntityTags tags) {
        this.claims = claims;
        this.sites = sites;
        this.tags = tags;
    }

    @GetMapping
    ClaimList claims(
            @RequestParam(required = false) String siteId,
            @RequestParam(required = false) String visitId,
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "false") boolean handedOver,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) String cursor,
            Actor actor,
            WebRequest request) {
        ClaimRows.Wanted wanted = new ClaimRows.Wanted(
                Sees.sites(siteId, actor, sites), visitId, Word.of(ClaimState.class, state, "state"), handedOver);
        return tags.unlessKnown(claims.page(wanted, cursor, Slice.limit(limit)), request);
    }

    @GetMapping("/{claimId}")
    ClaimView claim(@PathVariable String claimId, Actor actor, WebRequest request) {
        return tags.unlessKnown(claims.get(claimId, actor), request);
    }
}
