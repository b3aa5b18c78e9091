package carequeue.query.eligibility;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.eligibility.EligibilityQuery.CheckView;
import carequeue.api.eligibility.EligibilityQuery.Checks;
import carequeue.api.eligibility.EligibilityQuery.FindCheck;
import carequeue.api.eligibility.EligibilityQuery.FindChecks;
import carequeue.query.door.Keyset;
import carequeue.query.door.Slice;
import carequeue.query.views.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** The eligibility checks as they stand now. */
@Component
class EligibilityChecks {

    private final CheckRows rows;

    EligibilityChecks(CheckRows rows) {
        this.rows = rows;
    }

    /** A check; {@link Refused.NotFound} also when it is not for the one who asks. */
    CheckView get(String checkId, Actor actor) {
        CheckView found = handle(new FindCheck(checkId));
        if (found == null || !actor.mayEnter(found.siteId())) {
            throw new Refused.NotFound("eligibility check", checkId);
        }
        return found;
    }

    @QueryHandler
    CheckView handle(FindCheck query) {
        return rows.find(query.checkId())
                .map(check -> views(List.of(check)).get(0))
                .orElse(null);
    }

    @QueryHandler
    Checks handle(FindChecks query) {
        Set<String> sites = query.siteId() == null ? null : Set.of(query.siteId());
        CheckRows.Wanted wanted = new CheckRows.Wanted(sites, query.visitId(), query.state(), query.handedOver());
        return page(wanted, query.cursor(), query.limit());
    }

    Checks page(CheckRows.Wanted wanted, String cursor, int limit) {
        Slice<Check> page = Slice.of(rows.page(wanted, Keyset.of(cursor, Keyset.OLDEST), limit), limit);
        return new Checks(views(page.items()), page.nextCursor());
    }

    private List<CheckView> views(List<Check> checks) {
        Map<String, String> names =
                rows.names(checks.stream().map(c -> c.about().patientId()).toList());
        return checks.stream()
                .map(c -> c.view(names.getOrDefault(c.about().patientId(), Names.UNKNOWN)))
                .toList();
    }
}
