package carequeue.command.payment;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import carequeue.command.payment.PaymentBodies.*;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to payments over HTTP; each answers the payment's state, what is left, and the cash to give back. */
@RestController
@RequestMapping("/api/payments/{id}")
class PaymentDoor {

    private final Door door;
    private final KnownPayments payments;

    PaymentDoor(Door door, KnownPayments payments) {
        this.door = door;
        this.payments = payments;
    }

    @PostMapping("/collect")
    ResponseEntity<PaymentOutcome> collect(
            @PathVariable String id, @Valid @RequestBody Collect body, Actor actor, HttpServletRequest http) {
        PaymentRequested asked = payments.asked(id, actor);
        String own = asked.amount().currency();
        String till = body.method() == PaymentMethod.CASH ? payments.openTill(asked.siteId(), actor.id()) : null;
        CollectPayment order = new CollectPayment(
                id,
                body.method(),
                Sum.of(body.amount(), own, "amount"),
                Boolean.TRUE.equals(body.manual()),
                Sum.of(body.tendered(), own, "tendered"),
                till,
                body.readerId(),
                body.paymentMethodId());
        return send(order, null, actor, http);
    }

    @PostMapping("/retry")
    ResponseEntity<PaymentOutcome> retry(
            @PathVariable String id,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new RetryPayment(id), null, actor, http);
    }

    @PostMapping("/capture")
    ResponseEntity<PaymentOutcome> capture(
            @PathVariable String id,
            @Valid @RequestBody(required = false) Capture body,
            Actor actor,
            HttpServletRequest http) {
        String own = payments.asked(id, actor).amount().currency();
        Long amount = body == null ? null : Sum.of(body.amount(), own, "amount");
        return send(new CapturePayment(id, amount), null, actor, http);
    }

    @PostMapping("/attempts/{attemptId}/cancel")
    ResponseEntity<PaymentOutcome> cancel(
            @PathVariable String id,
            @PathVariable String attemptId,
            @Valid @RequestBody Why body,
            Actor actor,
            HttpServletRequest http) {
        return send(new CancelAttempt(id, attemptId, body.reason()), body.reason(), actor, http);
    }

    @PostMapping("/attempts/{attemptId}/check")
    ResponseEntity<PaymentOutcome> check(
            @PathVariable String id,
            @PathVariable String attemptId,
            @RequestBody(required = false) Nothing body,
            Actor actor,
            HttpServletRequest http) {
        return send(new CheckAttempt(id, attemptId), null, actor, http);
    }

    @PostMapping("/later")
    ResponseEntity<PaymentOutcome> later(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new PostponePayment(id, body.reason()), body.reason(), actor, http);
    }

    @PostMapping("/waive")
    ResponseEntity<PaymentOutcome> waive(
            @PathVariable String id, @Valid @RequestBody Part body, Actor actor, HttpServletRequest http) {
        String own = payments.asked(id, actor).amount().currency();
        WaivePayment order = new WaivePayment(id, Sum.of(body.amount(), own, "amount"), body.reason());
        return send(order, body.reason(), actor, http);
    }

    @PostMapping("/write-off")
    ResponseEntity<PaymentOutcome> writeOff(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        return send(new WriteOffPayment(id, body.reason()), body.reason(), actor, http);
    }

    @PostMapping("/void")
    ResponseEntity<PaymentOutcome> takeBack(
            @PathVariable String id, @Valid @RequestBody Why body, Actor actor, HttpServletRequest http) {
        String till = payments.openTill(payments.asked(id, actor).siteId(), actor.id());
        return send(new VoidPayment(id, body.reason(), till), body.reason(), actor, http);
    }

    @PostMapping("/refund")
    ResponseEntity<PaymentOutcome> refund(
            @PathVariable String id, @Valid @RequestBody GiveBack body, Actor actor, HttpServletRequest http) {
        PaymentRequested asked = payments.asked(id, actor);
        String till = payments.openTill(asked.siteId(), actor.id());
        Long amount = Sum.of(body.amount(), asked.amount().currency(), "amount");
        boolean cash = Boolean.TRUE.equals(body.cash());
        return send(new RefundPayment(id, amount, body.reason(), cash, till), body.reason(), actor, http);
    }

    private ResponseEntity<PaymentOutcome> send(
            PaymentCommand order, String reason, Actor actor, HttpServletRequest http) {
        Outcome<PaymentOutcome> outcome = door.send(order, asked(actor, http, reason));
        return outcome.ok();
    }

    /** A device says what it is: a kiosk is one. */
    static Asked asked(Actor actor, HttpServletRequest http, String reason) {
        boolean device = actor.is("kiosk") && !actor.is("front-desk", "manager");
        return Asked.of(actor, http).through(device ? Channel.KIOSK : Channel.DESK, reason);
    }
}
