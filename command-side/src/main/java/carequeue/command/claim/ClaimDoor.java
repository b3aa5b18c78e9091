package carequeue.command.claim;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.claim.BillingEvent.ClaimDrafted;
import carequeue.api.claim.ClaimCommand;
import carequeue.api.claim.ClaimCommand.*;
import carequeue.api.claim.ClaimPolicy;
import carequeue.api.claim.ContentSource;
import carequeue.api.site.Sites;
import carequeue.command.claim.ClaimBodies.*;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to claims over HTTP; each answers the claim's state and what it lacks before it can be submitted. */
@RestController
@RequestMapping("/api/claims/{id}")
class ClaimDoor {

    private final Door door;
    private final KnownClaims claims;
    private final Sites sites;

    ClaimDoor(Door door, KnownClaims claims, Sites sites) {
        this.door = door;
        this.claims = claims;
        this.sites = sites;
    }

    /** Says what was done and what it costs. */
    @PutMapping
    ResponseEntity<ClaimOutcome> type(
            @PathVariable String id, @Valid @RequestBody Content body, Actor actor, HttpServletRequest http) {
        ClaimDrafted claim = claims.drafted(id, actor);
        TypeClaim order =
                new TypeClaim(id, claim.patientId(), body.content(), body.payerClaimNumber(), ContentSource.BILLING);
        return send(order, claim, Asked.of(actor, http));
    }

    /** Sends it to the payer, or sends it again. */
    @PostMapping("/submit")
    ResponseEntity<ClaimOutcome> submit(
            @PathVariable String id,
            @Valid @RequestBody(required = false) Submission body,
            Actor actor,
            HttpServletRequest http) {
        ClaimDrafted claim = claims.drafted(id, actor);
        ClaimPolicy policy = policy(claim);
        String late = body == null ? null : body.lateReason();
        Asked asked = Asked.of(actor, http).through(Channel.DESK, late).under(policy);
        return send(new SubmitClaim(id, late, policy), claim, asked);
    }

    /** Opens it to be changed and submitted again. */
    @PostMapping("/correct")
    ResponseEntity<ClaimOutcome> correct(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new CorrectClaim(id, body.reason()), body, id, actor, http);
    }

    /** Ends it; a payer that has it is told. */
    @PostMapping("/void")
    ResponseEntity<ClaimOutcome> end(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        ClaimDrafted claim = claims.drafted(id, actor);
        ClaimPolicy policy = policy(claim);
        Asked asked = Asked.of(actor, http).through(Channel.DESK, body.reason()).under(policy);
        return send(new VoidClaim(id, body.reason(), policy), claim, asked);
    }

    /** Leaves it at the payer's denial. */
    @PostMapping("/close")
    ResponseEntity<ClaimOutcome> close(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new CloseClaim(id, body.reason()), body, id, actor, http);
    }

    /** Asks the payer how it stands. */
    @PostMapping("/status")
    ResponseEntity<ClaimOutcome> status(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new RequestStatus(id), claims.drafted(id, actor), Asked.of(actor, http));
    }

    private ClaimPolicy policy(ClaimDrafted claim) {
        return sites.get(claim.siteId()).policies().claims();
    }

    private ResponseEntity<ClaimOutcome> send(
            ClaimCommand order, Why body, String id, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http).through(Channel.DESK, body.reason());
        return send(order, claims.drafted(id, actor), asked);
    }

    private ResponseEntity<ClaimOutcome> send(ClaimCommand order, ClaimDrafted claim, Asked asked) {
        Outcome<ClaimOutcome> outcome = door.send(order, asked, null, claim.visitId());
        return outcome.ok();
    }
}
