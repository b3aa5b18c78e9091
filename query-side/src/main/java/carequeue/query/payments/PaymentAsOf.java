package carequeue.query.payments;

import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentQuery.PaymentView;
import carequeue.query.history.History;
import carequeue.query.history.Past;
import carequeue.query.live.Reads;
import carequeue.query.views.Names;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The door to a payment's past: the live fold over the events up to then. */
@RestController
@Reads(History.SETTLED_BY)
class PaymentAsOf {

    private final History history;

    PaymentAsOf(History history) {
        this.history = history;
    }

    /** A payment with the instant and the position it is shown for. */
    record PastPayment(@JsonUnwrapped PaymentView payment, long position, Instant asOf) {}

    @GetMapping("/api/audit/payments/{paymentId}/as-of")
    PastPayment asOf(
            @PathVariable String paymentId,
            @RequestParam(required = false) Instant at,
            @RequestParam(required = false) Long position,
            Actor actor) {
        Past past = history.past(at, position);
        Account account = null;
        for (Object event : history.of(paymentId, past.position())) {
            account = event instanceof PaymentEvent e ? AccountFold.on(account, e) : account;
        }
        if (account == null || !actor.mayEnter(account.asked().siteId())) {
            throw new Refused.NotFound("payment", paymentId);
        }
        String name = history.patient(account.asked().patientId(), past.position())
                .map(who -> who.name())
                .orElse(Names.UNKNOWN);
        return new PastPayment(AccountView.of(account, name), past.position(), past.asOf());
    }
}
