package carequeue.command.payment;

import carequeue.api.Actor;
import carequeue.api.Money;
import carequeue.api.Refused;
import carequeue.api.payment.Basis;
import carequeue.api.payment.PaymentCommand.PaymentOutcome;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentState;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import com.fasterxml.uuid.Generators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks for an amount by hand, over HTTP: what somebody names, or a service's price. */
@RestController
class NewPaymentDoor {

    private final Door door;
    private final Sites sites;
    private final Clock clock;

    NewPaymentDoor(Door door, Sites sites, Clock clock) {
        this.door = door;
        this.sites = sites;
        this.clock = clock;
    }

    /** The payment, and how it stands. */
    record Begun(String paymentId, PaymentState state, Money rest) {}

    @PostMapping("/api/payments")
    ResponseEntity<Begun> ask(@Valid @RequestBody PaymentBodies.ToPay body, Actor actor, HttpServletRequest http) {
        if (!actor.mayEnter(body.siteId())) {
            throw new Refused.NotFound("site", body.siteId());
        }
        Site site = sites.get(body.siteId());
        PaymentPolicy policy = site.policies().payment();
        Money amount = amount(body, policy);
        Basis.Source source = body.amount() == null ? Basis.Source.PRICE_LIST : Basis.Source.BY_HAND;
        String what = body.serviceId() == null ? body.purpose().toString() : body.serviceId();
        Basis basis = new Basis(
                source, null, policy.name(), policy.version(), List.of(new Basis.Line(what, amount.amount())));
        RequestPayment order = new RequestPayment(
                Generators.timeBasedEpochGenerator().generate().toString(),
                site.siteId(),
                site.businessDay(clock.instant()),
                body.visitId(),
                null,
                body.patientId(),
                body.purpose(),
                amount,
                body.shares() == null ? List.of() : body.shares(),
                basis,
                policy.terms(),
                null,
                null);
        Outcome<PaymentOutcome> outcome =
                door.send(order, PaymentDoor.asked(actor, http, null).under(policy), null, body.visitId());
        return outcome.created(
                "/api/payments/" + outcome.value().paymentId(), o -> new Begun(o.paymentId(), o.state(), o.rest()));
    }

    private static Money amount(PaymentBodies.ToPay body, PaymentPolicy policy) {
        if (body.amount() != null) {
            return body.amount();
        } else if (body.serviceId() == null) {
            throw new Refused.BadField("/amount", "is needed, or the service whose price it is");
        }
        return policy.price(body.serviceId())
                .orElseThrow(() -> new Refused.BadField("/serviceId", "has no price at this site; name the amount"));
    }
}
