package carequeue.query.claims;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.claim.ClaimQuery.ClaimList;
import carequeue.api.claim.ClaimQuery.ClaimView;
import carequeue.api.claim.ClaimQuery.FindClaim;
import carequeue.api.claim.ClaimQuery.FindClaims;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice;
import carequeue.query.views.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The claims as they stand now. */
@Component
class ClaimsNow {

    private final ClaimRows rows;

    ClaimsNow(ClaimRows rows) {
        this.rows = rows;
    }

    /** A claim; {@link Refused.NotFound} also when it is not for the one who asks. */
    ClaimView get(String claimId, Actor actor) {
        ClaimView found = handle(new FindClaim(claimId));
        if (found == null || !actor.mayEnter(found.siteId())) {
            throw new Refused.NotFound("claim", claimId);
        }
        return found;
    }

    @QueryHandler
    ClaimView handle(FindClaim query) {
        return rows.find(query.claimId())
                .map(claim -> views(List.of(claim)).get(0))
                .orElse(null);
    }

    @QueryHandler
    ClaimList handle(FindClaims query) {
        Set<String> sites = query.siteId() == null ? null : Set.of(query.siteId());
        ClaimRows.Wanted wanted = new ClaimRows.Wanted(sites, query.visitId(), query.state(), query.handedOver());
        return page(wanted, query.cursor(), query.limit());
    }

    ClaimList page(ClaimRows.Wanted wanted, String cursor, int limit) {
        Slice<Dossier> page = Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.OLDEST), limit), limit);
        return new ClaimList(views(page.items()), page.nextCursor());
    }

    private List<ClaimView> views(List<Dossier> claims) {
        Map<String, String> names = rows.names(
                claims.stream().map(c -> c.bill().about().patientId()).toList());
        return claims.stream()
                .map(c -> c.view(names.getOrDefault(c.bill().about().patientId(), Names.UNKNOWN)))
                .toList();
    }
}
