package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** PaymentIntents: made, confirmed, captured, cancelled; a card behaves as its name says. */
final class Intents {

    private static final Set<String> CANCELLABLE =
            Set.of("requires_payment_method", "requires_capture", "requires_confirmation", "requires_action");

    private final Books books;
    private final Cards cards;
    private final Moves moves;
    private final News news;
    private final Address address;

    Intents(Books books, Cards cards, Moves moves, News news, Address address) {
        this.books = books;
        this.cards = cards;
        this.moves = moves;
        this.news = news;
        this.address = address;
    }

    ObjectNode create(Form form) {
        Long amount = form.number("amount");
        if (amount == null) {
            throw ApiError.missing("amount");
        } else if (amount < 50) {
            throw ApiError.invalid("amount_too_small", "Amount must be at least $0.50 usd", "amount");
        }
        ObjectNode made = books.make("pi", "payment_intent")
                .put("amount", amount)
                .put("amount_capturable", 0)
                .put("amount_received", 0)
                .put("currency", form.need("currency"))
                .put("capture_method", form.get("capture_method", "automatic"))
                .put("customer", form.get("customer"))
                .put("payment_method", form.get("payment_method"))
                .put(
                        "status",
                        form.get("payment_method") == null ? "requires_payment_method" : "requires_confirmation");
        made.put("client_secret", made.get("id").asText() + "_secret");
        made.putNull("last_payment_error").putNull("next_action").putNull("latest_charge");
        made.putNull("canceled_at").putNull("cancellation_reason");
        var types = made.putArray("payment_method_types");
        form.under("payment_method_types").values().forEach(types::add);
        Objects.metadata(made, form);
        if (form.is("confirm")) {
            // A card that nobody knows is refused before anything is made.
            cards.nature(form.need("payment_method"), form.get("customer"));
        }
        books.put(made);
        news.tell("payment_intent.created", made);
        if (form.is("confirm")) {
            confirm(made, form.need("payment_method"), false);
        }
        return made;
    }

    /** Tries a card; a decline is thrown after it was written down. */
    void confirm(ObjectNode intent, String paymentMethod, boolean authenticated) {
        String status = intent.get("status").asText();
        if (!status.equals("requires_payment_method")
                && !status.equals("requires_confirmation")
                && !status.equals("requires_action")) {
            throw unexpected(intent, "confirmed");
        }
        String nature = cards.nature(paymentMethod, intent.path("customer").asText(null));
        intent.put("payment_method", paymentMethod).putNull("next_action").putNull("last_payment_error");
        String declined = Cards.decline(nature);
        if (declined != null) {
            throw decline(intent, declined);
        } else if (!authenticated && (nature.contains("threeDSecure") || nature.contains("authenticationRequired"))) {
            authenticate(intent);
        } else if (nature.endsWith("processing")) {
            becomes(intent, "processing");
        } else {
            succeed(intent, paymentMethod, nature);
        }
    }

    private ApiError decline(ObjectNode intent, String reason) {
        boolean own =
                Set.of("expired_card", "incorrect_cvc", "processing_error").contains(reason);
        ApiError error = ApiError.declined(own ? reason : "card_declined", own ? null : reason, null);
        fail(intent, error);
        return error.with(intent);
    }

    private void fail(ObjectNode intent, ApiError error) {
        intent.put("payment_method", (String) null);
        intent.set("last_payment_error", error.error.deepCopy());
        becomes(intent, "requires_payment_method");
        news.tell("payment_intent.payment_failed", intent);
    }

    private void authenticate(ObjectNode intent) {
        ObjectNode next = intent.putObject("next_action").put("type", "redirect_to_url");
        next.putObject("redirect_to_url")
                .put("url", address.url("/stripe/3ds/" + intent.get("id").asText()));
        becomes(intent, "requires_action");
        news.tell("payment_intent.requires_action", intent);
    }

    /** The bank's customer has confirmed, or has not. */
    void authenticated(ObjectNode intent, boolean confirmed) {
        if (!"requires_action".equals(intent.get("status").asText())) {
            throw unexpected(intent, "authenticated");
        }
        intent.putNull("next_action");
        String paymentMethod = intent.get("payment_method").asText();
        if (confirmed) {
            succeed(
                    intent,
                    paymentMethod,
                    cards.nature(paymentMethod, intent.path("customer").asText(null)));
        } else {
            fail(
                    intent,
                    ApiError.state("payment_intent_authentication_failure", "The bank's customer did not confirm."));
        }
    }

    /** What was in process has come to an end. */
    void processed(ObjectNode intent) {
        succeed(intent, intent.get("payment_method").asText(), "");
    }

    private void succeed(ObjectNode intent, String paymentMethod, String nature) {
        boolean manual = "manual".equals(intent.get("capture_method").asText());
        long amount = intent.get("amount").asLong();
        ObjectNode charge = moves.charge(intent, paymentMethod, !manual);
        charge.put("test_card", nature);
        intent.put("latest_charge", charge.get("id").asText());
        intent.put("amount_capturable", manual ? amount : 0).put("amount_received", manual ? 0 : amount);
        becomes(intent, manual ? "requires_capture" : "succeeded");
        news.tell(manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent);
    }

    ObjectNode capture(ObjectNode intent, Long wanted) {
        if (!"requires_capture".equals(intent.get("status").asText())) {
            throw unexpected(intent, "captured");
        }
        long most = intent.get("amount_capturable").asLong();
        long amount = wanted == null ? most : wanted;
        if (amount < 1 || amount > most) {
            throw ApiError.state(
                    "amount_too_large", "The requested capture amount is greater than the amount you can capture.");
        }
        moves.take(books.get(intent.get("latest_charge").asText()), amount);
        intent.put("amount_capturable", 0).put("amount_received", amount);
        becomes(intent, "succeeded");
        news.tell("payment_intent.succeeded", intent);
        return intent;
    }

    ObjectNode cancel(ObjectNode intent, String reason) {
        if (!CANCELLABLE.contains(intent.get("status").asText())) {
            throw unexpected(intent, "canceled");
        }
        intent.put("amount_capturable", 0).put("canceled_at", books.now()).put("cancellation_reason", reason);
        intent.putNull("next_action");
        becomes(intent, "canceled");
        news.tell("payment_intent.canceled", intent);
        return intent;
    }

    private void becomes(ObjectNode intent, String status) {
        intent.put("status", status);
        books.put(intent);
    }

    private static ApiError unexpected(ObjectNode intent, String what) {
        return ApiError.state(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent could not be " + what + " because it has a status of "
                                + intent.get("status").asText() + ".")
                .with(intent);
    }
}
