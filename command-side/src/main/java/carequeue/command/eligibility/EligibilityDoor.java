package carequeue.command.eligibility;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Money;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.Benefits.Network;
import carequeue.api.eligibility.EligibilityCommand.DecideEligibility;
import carequeue.api.eligibility.EligibilityCommand.RecheckEligibility;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to eligibility checks over HTTP. */
@RestController
@RequestMapping("/api/eligibility-checks")
class EligibilityDoor {

    private final Door door;
    private final KnownChecks checks;

    EligibilityDoor(Door door, KnownChecks checks) {
        this.door = door;
        this.checks = checks;
    }

    /** An order that needs no further words. */
    record Nothing() {}

    /**
     * What somebody decides in the payer's stead.
     *
     * @param active whether the coverage is taken as active
     * @param coPay what is owed at the visit, or null when it is not known
     */
    record Decision(
            @NotNull Boolean active,
            @Valid Money coPay,
            @Valid Money deductible,
            @Valid Money deductibleRemaining,
            Network network,
            @NotBlank @Size(max = 500) String reason) {

        Benefits benefits() {
            Network known = network == null ? Network.UNKNOWN : network;
            return new Benefits(coPay, deductible, deductibleRemaining, known, null, null);
        }
    }

    /** Asks the payer again. */
    @PostMapping("/{id}/recheck")
    ResponseEntity<Void> recheck(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        EligibilityPolicy policy = checks.policy(id, actor);
        return door.send(
                        new RecheckEligibility(id, policy),
                        Asked.of(actor, http).under(policy))
                .accepted();
    }

    /** Decides whether the coverage is active. */
    @PostMapping("/{id}/decide")
    ResponseEntity<Void> decide(
            @PathVariable String id, @Valid @RequestBody Decision body, Actor actor, HttpServletRequest http) {
        Asked asked = Asked.of(actor, http).through(Channel.DESK, body.reason());
        return door.send(new DecideEligibility(id, body.active(), body.benefits(), body.reason()), asked)
                .accepted();
    }
}
