package carequeue.command.payment;

import carequeue.api.Actor;
import carequeue.api.Channel;
import carequeue.api.Refused;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.payment.PaymentCommand.CollectPayment;
import carequeue.api.payment.PaymentCommand.PaymentOutcome;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.visit.PatientLinks;
import carequeue.command.door.Asked;
import carequeue.command.door.Door;
import carequeue.command.door.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A patient pays from their own page: the provider's hosted page is opened for them, and only there is a card typed in. */
@RestController
class PatientPayDoor {

    private static final Actor PATIENT = new Actor("patient", Set.of("patient"), Set.of("*"), null);

    private final Door door;
    private final KnownPayments payments;
    private final PatientLinks links;

    PatientPayDoor(Door door, KnownPayments payments, PatientLinks links) {
        this.door = door;
        this.payments = payments;
        this.links = links;
    }

    /** Which of the payments that the page shows. */
    record Pay(@NotBlank @Size(max = 64) String paymentId) {}

    @PostMapping("/p/{token}/pay")
    ResponseEntity<PaymentOutcome> pay(
            @PathVariable String token, @Valid @RequestBody Pay body, HttpServletRequest http) {
        PaymentRequested asked = payments.asked(body.paymentId(), PATIENT);
        boolean own = links.paymentOf(token)
                .map(body.paymentId()::equals)
                .orElseGet(() -> links.visit(token)
                        .filter(visit -> visit.equals(asked.visitId()))
                        .isPresent());
        if (!own) {
            throw new Refused.NotFound("page", "under this link; it may have expired");
        }
        var order = new CollectPayment(body.paymentId(), PaymentMethod.LINK, null, false, null, null, null, null);
        Outcome<PaymentOutcome> outcome =
                door.send(order, Asked.of(PATIENT, http).through(Channel.PHONE, null));
        return outcome.ok();
    }
}
