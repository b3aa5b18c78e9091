package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hosted pages: opened by the patient, paid or not, and over at their time. */
final class Sessions {

    private final Books books;
    private final Intents intents;
    private final Cards cards;
    private final News news;
    private final Address address;

    Sessions(Books books, Intents intents, Cards cards, News news, Address address) {
        this.books = books;
        this.intents = intents;
        this.cards = cards;
        this.news = news;
        this.address = address;
    }

    ObjectNode create(Form form) {
        String mode = form.need("mode");
        Long expires = form.number("expires_at");
        long now = books.now();
        if (expires != null && (expires < now + 1800 || expires > now + 86_400)) {
            throw ApiError.invalid(
                    null,
                    "The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session"
                            + " creation.",
                    "expires_at");
        }
        ObjectNode made =
                books.make("cs_test", "checkout.session").put("mode", mode).put("status", "open");
        String id = made.get("id").asText();
        made.put("url", address.url("/stripe/pay/" + id))
                .put("payment_status", "unpaid")
                .put("client_reference_id", form.get("client_reference_id"))
                .put("customer", form.get("customer"))
                .put("success_url", form.get("success_url"))
                .put("expires_at", expires == null ? now + 86_400 : expires);
        made.putNull("payment_intent").putNull("setup_intent");
        Objects.metadata(made, form);
        if ("payment".equals(mode)) {
            Long price = form.number("line_items[0][price_data][unit_amount]");
            if (price == null) {
                throw ApiError.missing("line_items");
            }
            made.put("amount_total", price * Long.parseLong(form.get("line_items[0][quantity]", "1")));
            made.put("currency", form.need("line_items[0][price_data][currency]"));
            ObjectNode later = made.putObject("wanted_intent");
            form.under("payment_intent_data").forEach(later::put);
        }
        books.put(made);
        return made;
    }

    /** A page as it stands now; one whose time is over has ended. */
    ObjectNode get(String id) {
        ObjectNode page = books.need("checkout.session", id);
        if ("open".equals(page.get("status").asText()) && page.get("expires_at").asLong() <= books.now()) {
            end(page);
        }
        return page;
    }

    ObjectNode expire(String id) {
        ObjectNode page = get(id);
        if (!"open".equals(page.get("status").asText())) {
            throw ApiError.state(null, "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        }
        end(page);
        return page;
    }

    private void end(ObjectNode page) {
        page.put("status", "expired").putNull("url");
        books.put(page);
        ObjectNode intent = intent(page);
        if (intent != null && !"succeeded".equals(intent.get("status").asText())) {
            intents.cancel(intent, "automatic");
        }
        news.tell("checkout.session.expired", page);
    }

    /** Somebody tries a card on the page; a decline is thrown, and another card may be tried. */
    ObjectNode pay(String id, String card) {
        ObjectNode page = get(id);
        if (!"open".equals(page.get("status").asText())) {
            throw ApiError.state(null, "This page is not open any more.");
        } else if ("setup".equals(page.get("mode").asText())) {
            setUp(page, card);
        } else {
            ObjectNode intent = intent(page) == null ? begin(page) : intent(page);
            intents.confirm(intent, card, false);
            completeIf(page, intent);
        }
        return page;
    }

    /** After the bank's customer has confirmed, the page of that charge is complete. */
    void follow(ObjectNode intent) {
        books.all("checkout.session").stream()
                .filter(page -> intent.get("id")
                        .asText()
                        .equals(page.path("payment_intent").asText()))
                .filter(page -> "open".equals(page.get("status").asText()))
                .forEach(page -> completeIf(page, intent));
    }

    private void completeIf(ObjectNode page, ObjectNode intent) {
        String status = intent.get("status").asText();
        if (status.equals("succeeded") || status.equals("requires_capture") || status.equals("processing")) {
            page.put("status", "complete").putNull("url");
            page.put("payment_status", status.equals("succeeded") ? "paid" : "unpaid");
            books.put(page);
            news.tell("checkout.session.completed", page);
        }
    }

    private void setUp(ObjectNode page, String card) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("customer", page.path("customer").asText(""));
        asked.put("payment_method", card);
        asked.put("confirm", "true");
        ObjectNode setup = cards.setup(new Form(asked));
        page.put("setup_intent", setup.get("id").asText())
                .put("status", "complete")
                .putNull("url");
        books.put(page);
        news.tell("checkout.session.completed", page);
    }

    private ObjectNode begin(ObjectNode page) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("amount", page.get("amount_total").asText());
        asked.put("currency", page.get("currency").asText());
        asked.put("customer", page.path("customer").asText(""));
        asked.put("payment_method_types[0]", "card");
        page.get("wanted_intent").properties().forEach(e -> {
            String name = e.getKey().startsWith("metadata][")
                    ? "metadata[" + e.getKey().substring(10) + "]"
                    : e.getKey();
            asked.put(name, e.getValue().asText());
        });
        ObjectNode intent = intents.create(new Form(asked));
        page.put("payment_intent", intent.get("id").asText());
        books.put(page);
        return intent;
    }

    private ObjectNode intent(ObjectNode page) {
        String id = page.path("payment_intent").asText(null);
        return id == null ? null : books.get(id);
    }
}
