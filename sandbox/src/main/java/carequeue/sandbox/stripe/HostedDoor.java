package carequeue.sandbox.stripe;

import carequeue.sandbox.Html;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages that a patient sees at the provider: the hosted page, and the bank's. */
@RestController
class HostedDoor {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final Provider provider;

    HostedDoor(Provider provider) {
        this.provider = provider;
    }

    @GetMapping(path = "/stripe/pay/{id}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@PathVariable String id, @RequestParam(required = false) String said) {
        ObjectNode page = provider.doesWith(id, () -> provider.sessions.get(id));
        String here = "/stripe/pay/" + id;
        if (!"open".equals(page.get("status").asText())) {
            return html("<p role=\"status\">This page is "
                    + Html.escape(page.get("status").asText()) + ".</p>");
        }
        String amount = page.path("amount_total").asText("") + " "
                + page.path("currency").asText("");
        return html((said == null ? "" : "<p role=\"alert\">" + Html.escape(said) + "</p>")
                + "<p>To pay, in the smallest unit: " + Html.escape(amount) + "</p>"
                + Html.button(here, "Pay", "card", "pm_card_visa")
                + Html.button(here, "Pay with a card that is declined", "card", "pm_card_chargeDeclined")
                + Html.button(here, "Pay with a card whose bank asks", "card", "pm_card_threeDSecure2Required"));
    }

    @PostMapping("/stripe/pay/{id}")
    ResponseEntity<Void> pay(@PathVariable String id, @RequestParam String card) {
        try {
            ObjectNode page = provider.doesWith(id, () -> provider.sessions.pay(id, card));
            ObjectNode intent = provider.doesWith(
                    id, () -> provider.books.get(page.path("payment_intent").asText("")));
            boolean asks = intent != null
                    && "requires_action".equals(intent.get("status").asText());
            String back = page.path("success_url").asText("/stripe/pay/" + id);
            return to(asks ? "/stripe/3ds/" + intent.get("id").asText() : back);
        } catch (ApiError declined) {
            return to("/stripe/pay/" + id + "?said=declined");
        }
    }

    @GetMapping(path = "/stripe/3ds/{id}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> bank(@PathVariable String id) {
        String here = "/stripe/3ds/" + id;
        return html("<p>Your bank asks whether this is you.</p>"
                + Html.button(here, "Confirm", "confirmed", "true")
                + Html.button(here, "Refuse", "confirmed", "false"));
    }

    @PostMapping("/stripe/3ds/{id}")
    ResponseEntity<String> answer(@PathVariable String id, @RequestParam boolean confirmed) {
        return provider.doesWith(id, () -> {
            ObjectNode intent = provider.books.need("payment_intent", id);
            provider.intents.authenticated(intent, confirmed);
            provider.sessions.follow(intent);
            return html("<p role=\"status\">The bank has your answer.</p>");
        });
    }

    private static ResponseEntity<Void> to(String where) {
        return ResponseEntity.status(303).location(URI.create(where)).build();
    }

    private static ResponseEntity<String> html(String body) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .body("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Sandbox payment</title>"
                        + "<link rel=\"stylesheet\" href=\"/sandbox.css\"></head><body><main>"
                        + "<h1>Sandbox payment</h1>" + body + "</main></body></html>");
    }
}
