package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which calls there are: method, path, and who carries them out. */
final class Calling {

    private final List<Route> routes = new ArrayList<>();
    private final Provider p;

    private record Route(String method, Pattern path, BiFunction<String, Form, ObjectNode> call) {}

    Calling(Provider provider) {
        this.p = provider;
        money();
        cards();
        reads();
    }

    private void money() {
        on("POST", "payment_intents", (id, form) -> p.intents.create(form));
        on("POST", "payment_intents/*/confirm", (id, form) -> {
            ObjectNode intent = p.books.need("payment_intent", id);
            p.intents.confirm(
                    intent,
                    form.get("payment_method", intent.path("payment_method").asText()),
                    false);
            return intent;
        });
        on(
                "POST",
                "payment_intents/*/capture",
                (id, form) -> p.intents.capture(p.books.need("payment_intent", id), form.number("amount_to_capture")));
        on(
                "POST",
                "payment_intents/*/cancel",
                (id, form) -> p.intents.cancel(p.books.need("payment_intent", id), form.get("cancellation_reason")));
        on("POST", "refunds", (id, form) -> p.refunds.create(form));
        on("POST", "checkout/sessions", (id, form) -> p.sessions.create(form));
        on("POST", "checkout/sessions/*/expire", (id, form) -> p.sessions.expire(id));
        on("GET", "checkout/sessions/*", (id, form) -> p.sessions.get(id));
        on("POST", "terminal/readers/*/process_payment_intent", p.readers::process);
        on("POST", "terminal/readers/*/cancel_action", (id, form) -> p.readers.cancel(id));
        on("GET", "terminal/readers/*", (id, form) -> p.readers.reader(id));
        on(
                "POST",
                "test_helpers/terminal/readers/*/present_payment_method",
                (id, form) -> p.readers.present(id, form.get("payment_method", "pm_card_visa")));
    }

    private void cards() {
        on("POST", "customers", (id, form) -> p.cards.customer(form));
        on("POST", "setup_intents", (id, form) -> p.cards.setup(form));
        on("POST", "payment_methods/*/attach", (id, form) -> p.cards.attach(id, form.need("customer")));
        on("POST", "payment_methods/*/detach", (id, form) -> p.cards.detach(id));
        on(
                "GET",
                "customers/*/payment_methods",
                (id, form) -> Objects.page(
                        p.books.all("payment_method").stream()
                                .filter(m -> id.equals(m.path("customer").asText()))
                                .toList(),
                        form,
                        "/v1/customers/" + id + "/payment_methods"));
        on("POST", "webhook_endpoints", (id, form) -> p.news.endpoint(form.need("url"), null));
    }

    private void reads() {
        on("GET", "balance", (id, form) -> p.books.make("bal", "balance"));
        on("GET", "terminal/readers", (id, form) -> {
            p.readers.reader(Readers.FIRST);
            return Objects.page(p.books.all("terminal.reader"), form, "/v1/terminal/readers");
        });
        on("GET", "balance_transactions", (id, form) -> p.transactions(form));
        on("GET", "refunds", (id, form) -> Objects.page(ofIntent("refund", form), form, "/v1/refunds"));
        on(
                "GET",
                "checkout/sessions",
                (id, form) -> Objects.page(ofIntent("checkout.session", form), form, "/v1/checkout/sessions"));
        list("payment_intents", "payment_intent");
        list("charges", "charge");
        list("disputes", "dispute");
        list("events", "event");
        list("customers", "customer");
        list("setup_intents", "setup_intent");
        one("refunds", "refund");
        one("payment_methods", "payment_method");
    }

    private List<ObjectNode> ofIntent(String kind, Form form) {
        String intent = form.get("payment_intent");
        return p.books.all(kind).stream()
                .filter(o ->
                        intent == null || intent.equals(o.path("payment_intent").asText()))
                .toList();
    }

    private void list(String path, String kind) {
        on("GET", path, (id, form) -> Objects.page(p.books.all(kind), form, "/v1/" + path));
        one(path, kind);
    }

    private void one(String path, String kind) {
        on("GET", path + "/*", (id, form) -> p.books.need(kind, id));
    }

    private void on(String method, String path, BiFunction<String, Form, ObjectNode> call) {
        routes.add(new Route(method, Pattern.compile(path.replace("*", "([^/]+)")), call));
    }

    /** Carries a call out. */
    ObjectNode carryOut(String method, String path, Form form) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return route.call().apply(matcher.groupCount() > 0 ? matcher.group(1) : null, form);
            }
        }
        throw ApiError.notThere("URL", path);
    }
}
