package carequeue.adapter.payment;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Actor;
import carequeue.api.Refused;
import carequeue.api.site.Sites;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The cards that are kept for a patient, at the provider: here are only their tokens, brands and last four digits. */
@RestController
@RequestMapping("/api/patients/{patientId}/payment-methods")
class PaymentMethodDoor {

    private final PaymentProcessor processor;
    private final Sites sites;

    PaymentMethodDoor(PaymentProcessor processor, Sites sites) {
        this.processor = processor;
        this.sites = sites;
    }

    /** Which card is kept, by the provider's token; without one the answer is a page where the person types it in. */
    record Keep(
            @NotBlank @Size(max = 64) String siteId,
            @Size(max = 100) String paymentMethodId) {}

    /** The page of the provider. */
    record Page(String page) {}

    /** The cards. */
    record Cards(List<SavedCard> items, String nextCursor) {}

    @GetMapping
    Cards cards(@PathVariable String patientId, @RequestParam String siteId, Actor actor) {
        mustEnter(siteId, actor);
        return new Cards(answered(() -> processor.savedPaymentMethods(siteId, patientId)), null);
    }

    @PostMapping
    ResponseEntity<?> keep(@PathVariable String patientId, @Valid @RequestBody Keep body, Actor actor) {
        mustEnter(body.siteId(), actor);
        Object kept = body.paymentMethodId() == null
                ? new Page(answered(() -> processor.tokenize(body.siteId(), patientId)))
                : answered(() -> processor.savePaymentMethod(body.siteId(), patientId, body.paymentMethodId()));
        return ResponseEntity.status(HttpStatus.CREATED).body(kept);
    }

    @DeleteMapping("/{paymentMethodId}")
    ResponseEntity<Void> forget(
            @PathVariable String patientId,
            @PathVariable String paymentMethodId,
            @RequestParam String siteId,
            Actor actor) {
        mustEnter(siteId, actor);
        if (!answered(() -> processor.forgetPaymentMethod(siteId, patientId, paymentMethodId))) {
            throw new Refused.NotFound("card", paymentMethodId);
        }
        return ResponseEntity.noContent().build();
    }

    private void mustEnter(String siteId, Actor actor) {
        if (!actor.mayEnter(siteId)) {
            throw new Refused.NotFound("site", siteId);
        }
        sites.get(siteId);
    }

    private static <T> T answered(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (CardRefused refused) {
            throw new Refused.AgainstRule("card-refused", "The card cannot be kept: " + refused.code() + ".");
        } catch (OutsideFailure away) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
