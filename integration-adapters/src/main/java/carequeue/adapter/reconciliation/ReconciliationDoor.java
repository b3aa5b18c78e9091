package carequeue.adapter.reconciliation;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Sites;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders a day to be compared, and closes what somebody has looked into. */
@RestController
@RequestMapping("/api/reconciliation")
class ReconciliationDoor {

    private final Reconciler reconciler;
    private final Differences differences;
    private final Sites sites;

    ReconciliationDoor(Reconciler reconciler, Differences differences, Sites sites) {
        this.reconciler = reconciler;
        this.differences = differences;
        this.sites = sites;
    }

    /** Which day of which site's account. */
    record Ordered(
            @NotBlank @Size(max = 64) String siteId,
            @NotNull LocalDate date) {}

    /** Why it is closed. */
    record Close(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping
    ResponseEntity<Void> order(@Valid @RequestBody Ordered body, Actor actor) {
        mustEnter(body.siteId(), "site", body.siteId(), actor);
        sites.get(body.siteId());
        reconciler.order(body.siteId(), body.date());
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/{differenceId}/close")
    ResponseEntity<Void> close(@PathVariable String differenceId, @Valid @RequestBody Close body, Actor actor) {
        mustEnter(differences.find(differenceId).siteId(), "difference", differenceId, actor);
        differences.close(differenceId, actor.id(), body.reason());
        return ResponseEntity.noContent().build();
    }

    private static void mustEnter(String siteId, String what, String id, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound(what, id);
        }
    }
}
