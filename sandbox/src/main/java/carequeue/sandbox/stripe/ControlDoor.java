package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person, or a test, does at the provider: presents cards, disputes, looks at its ledger, breaks it. */
@RestController
@RequestMapping("/stripe/control")
class ControlDoor {

    private final Provider provider;
    private final LostAnswers lost;

    ControlDoor(Provider provider, LostAnswers lost) {
        this.provider = provider;
        this.lost = lost;
    }

    /** Where the provider tells what happened, and the secret it signs with. */
    record Endpoint(String url, String secret) {}

    @PutMapping("/webhook")
    ResponseEntity<String> webhook(@RequestBody Endpoint endpoint) {
        return json(provider.does("", () -> provider.news.endpoint(endpoint.url(), endpoint.secret())));
    }

    /** Every intent with what was taken and given back, by all accounts. */
    @GetMapping("/ledger")
    ResponseEntity<String> ledger() {
        return json(provider.does("", () -> {
            ObjectNode ledger = JsonNodeFactory.instance.objectNode();
            var rows = ledger.putArray("items");
            for (String account : List.copyOf(provider.books.accounts())) {
                provider.books.as(account);
                provider.books.all("payment_intent").forEach(intent -> rows.add(row(account, intent)));
            }
            return ledger;
        }));
    }

    private ObjectNode row(String account, ObjectNode intent) {
        ObjectNode charge = provider.books.get(intent.path("latest_charge").asText(""));
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("id", intent.get("id").asText())
                .put("account", account)
                .put("status", intent.get("status").asText())
                .put("amount", intent.get("amount").asLong())
                .put("captured", intent.get("amount_received").asLong())
                .put(
                        "refunded",
                        charge == null ? 0 : charge.get("amount_refunded").asLong())
                .put("currency", intent.get("currency").asText());
        row.set("metadata", intent.get("metadata").deepCopy());
        return row;
    }

    /** Presents a card at a reader. */
    @PostMapping("/readers/{id}/present")
    ResponseEntity<String> present(
            @PathVariable String id,
            @RequestParam(defaultValue = "pm_card_visa") String card,
            @RequestParam(defaultValue = "") String account) {
        return json(provider.does(account, () -> provider.readers.present(id, card)));
    }

    /** Sets what a reader does: a card that it presents by itself (none: it waits), and whether it is online. */
    @PostMapping("/readers/{id}")
    ResponseEntity<String> reader(
            @PathVariable String id,
            @RequestParam(required = false) String auto,
            @RequestParam(defaultValue = "true") boolean online) {
        return json(provider.does("", () -> {
            ObjectNode reader = provider.readers.reader(id);
            reader.put("auto_present", auto).put("status", online ? "online" : "offline");
            provider.books.put(reader);
            return reader;
        }));
    }

    /** The bank's customer confirms a charge, or does not. */
    @PostMapping("/3ds/{intent}")
    ResponseEntity<String> authenticated(@PathVariable String intent, @RequestParam boolean confirmed) {
        return json(provider.doesWith(intent, () -> {
            ObjectNode found = provider.books.need("payment_intent", intent);
            provider.intents.authenticated(found, confirmed);
            provider.sessions.follow(found);
            return found;
        }));
    }

    /** Somebody pays on a hosted page. */
    @PostMapping("/pages/{id}")
    ResponseEntity<String> pay(@PathVariable String id, @RequestParam String card) {
        return json(provider.doesWith(id, () -> provider.sessions.pay(id, card)));
    }

    /** What was in process is through. */
    @PostMapping("/intents/{id}/processed")
    ResponseEntity<String> processed(@PathVariable String id) {
        return changed(id, () -> {
            ObjectNode intent = provider.books.need("payment_intent", id);
            provider.intents.processed(intent);
            return intent;
        });
    }

    @PostMapping("/intents/{id}/dispute")
    ResponseEntity<String> dispute(@PathVariable String id) {
        return changed(id, () -> provider.disputes.open(provider.books.need("payment_intent", id)));
    }

    @PostMapping("/disputes/{id}")
    ResponseEntity<String> close(@PathVariable String id, @RequestParam boolean won) {
        return changed(id, () -> {
            ObjectNode dispute = provider.books.need("dispute", id);
            provider.disputes.close(dispute, won);
            return dispute;
        });
    }

    /** Somebody gives money back on the provider's own pages, or a refund ends. */
    @PostMapping("/refunds")
    ResponseEntity<String> refund(@RequestParam String intent, @RequestParam long amount) {
        return changed(
                intent,
                () -> provider.refunds.create(
                        new Form(Map.of("payment_intent", intent, "amount", Long.toString(amount)))));
    }

    @PostMapping("/refunds/{id}")
    ResponseEntity<String> refunded(@PathVariable String id, @RequestParam boolean well) {
        return changed(id, () -> {
            ObjectNode refund = provider.books.need("refund", id);
            provider.refunds.end(refund, well);
            return refund;
        });
    }

    /** Loses a share of the answers of calls that were carried out. */
    @PostMapping("/lost-answers")
    ResponseEntity<Void> lose(@RequestParam double rate) {
        lost.rate(rate);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler(ApiError.class)
    ResponseEntity<String> refused(ApiError error) {
        return ResponseEntity.status(error.status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(error.body().toString());
    }

    private ResponseEntity<String> changed(String id, Supplier<ObjectNode> what) {
        return json(provider.doesWith(id, what));
    }

    private static ResponseEntity<String> json(ObjectNode body) {
        return ResponseEntity.status(HttpStatus.OK)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .body(body.toString());
    }
}
