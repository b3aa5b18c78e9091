package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Customers and the cards kept for them; every card is one of Stripe's test cards and behaves as its name says. */
final class Cards {

    /** In what way a card behaves, beside being accepted. */
    private static final Map<String, String> DECLINES = new LinkedHashMap<>();

    static {
        DECLINES.put("InsufficientFunds", "insufficient_funds");
        DECLINES.put("LostCard", "lost_card");
        DECLINES.put("StolenCard", "stolen_card");
        DECLINES.put("ExpiredCard", "expired_card");
        DECLINES.put("IncorrectCvc", "incorrect_cvc");
        DECLINES.put("ProcessingError", "processing_error");
        DECLINES.put("VelocityLimitExceeded", "card_velocity_exceeded");
    }

    private final Books books;

    Cards(Books books) {
        this.books = books;
    }

    /** The name of the test card that a payment method is, such as {@code visa}. */
    String nature(String paymentMethod, String customer) {
        ObjectNode kept = books.get(paymentMethod);
        if (kept == null) {
            return known(paymentMethod);
        }
        String owner = kept.path("customer").asText(null);
        if (owner != null && !owner.equals(customer)) {
            throw ApiError.invalid(
                    null,
                    "The payment method belongs to a customer; it can only be used with that customer.",
                    "payment_method");
        }
        return kept.get("test_card").asText();
    }

    private static String known(String name) {
        boolean test = name.startsWith("pm_card_") || name.startsWith("pm_usBankAccount");
        if (!test) {
            throw ApiError.notThere("PaymentMethod", name);
        }
        return name.substring("pm_".length());
    }

    /** Why a card of this name is declined, in the bank's word, or null. */
    static String decline(String nature) {
        int at = nature.indexOf("hargeDeclined");
        if (nature.startsWith("card_decline_")) {
            return nature.substring("card_decline_".length());
        } else if (nature.endsWith("radarBlock")) {
            return "fraudulent";
        } else if (at < 0) {
            return null;
        }
        return DECLINES.getOrDefault(nature.substring(at + "hargeDeclined".length()), "generic_decline");
    }

    ObjectNode customer(Form form) {
        ObjectNode made = books.make("cus", "customer");
        Objects.metadata(made, form);
        books.put(made);
        return made;
    }

    ObjectNode attach(String paymentMethod, String customer) {
        books.need("customer", customer);
        ObjectNode kept = books.get(paymentMethod);
        ObjectNode card = kept == null ? make(known(paymentMethod)) : kept;
        card.put("customer", customer);
        books.put(card);
        return card;
    }

    ObjectNode detach(String paymentMethod) {
        ObjectNode card = books.need("payment_method", paymentMethod);
        card.putNull("customer");
        books.put(card);
        return card;
    }

    private ObjectNode make(String nature) {
        ObjectNode made = books.make("pm", "payment_method").put("type", "card").put("test_card", nature);
        boolean master = nature.contains("mastercard");
        made.putObject("card")
                .put("brand", master ? "mastercard" : "visa")
                .put("last4", master ? "4444" : "4242")
                .put("exp_month", 12)
                .put("exp_year", 2034);
        made.putObject("metadata");
        return made;
    }

    /** A setup of a card for later; with {@code confirm} it is done at once, unless the bank wants its customer. */
    ObjectNode setup(Form form) {
        ObjectNode made = books.make("seti", "setup_intent").put("usage", form.get("usage", "off_session"));
        made.put("client_secret", made.get("id").asText() + "_secret").put("status", "requires_payment_method");
        made.put("customer", form.get("customer"));
        Objects.metadata(made, form);
        books.put(made);
        return form.is("confirm") ? confirm(made, form.need("payment_method")) : made;
    }

    ObjectNode confirm(ObjectNode setup, String paymentMethod) {
        String customer = setup.path("customer").asText(null);
        String declined = decline(nature(paymentMethod, customer));
        if (declined != null) {
            throw ApiError.declined("card_declined", declined, null);
        }
        ObjectNode card = customer == null ? null : attach(paymentMethod, customer);
        setup.put(
                        "payment_method",
                        card == null ? paymentMethod : card.get("id").asText())
                .put("status", "succeeded");
        books.put(setup);
        return setup;
    }
}
