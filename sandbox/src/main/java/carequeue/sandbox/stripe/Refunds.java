package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Refunds: never more than was taken and is left; some cards' refunds fail or wait, as their names say. */
final class Refunds {

    private final Books books;
    private final Moves moves;
    private final News news;

    Refunds(Books books, Moves moves, News news) {
        this.books = books;
        this.moves = moves;
        this.news = news;
    }

    ObjectNode create(Form form) {
        ObjectNode intent = books.need("payment_intent", form.need("payment_intent"));
        ObjectNode charge = books.get(intent.path("latest_charge").asText(""));
        if (charge == null || !charge.get("captured").asBoolean()) {
            throw ApiError.state(null, "This PaymentIntent does not have a successful charge to refund.");
        } else if (charge.get("disputed").asBoolean()) {
            throw ApiError.state("charge_disputed", "The charge has been charged back.");
        }
        long left = charge.get("amount_captured").asLong()
                - charge.get("amount_refunded").asLong();
        Long wanted = form.number("amount");
        long amount = wanted == null ? left : wanted;
        if (left == 0) {
            throw ApiError.state("charge_already_refunded", "Charge has already been refunded.");
        } else if (amount < 1 || amount > left) {
            throw ApiError.state(null, "Refund amount is greater than unrefunded amount on charge.");
        }
        return made(charge, amount, form);
    }

    private ObjectNode made(ObjectNode charge, long amount, Form form) {
        String nature = charge.path("test_card").asText("");
        ObjectNode made = books.make("re", "refund")
                .put("amount", amount)
                .put("currency", charge.get("currency").asText())
                .put("charge", charge.get("id").asText())
                .put("payment_intent", charge.get("payment_intent").asText())
                .put("reason", form.get("reason"))
                .put("status", nature.endsWith("pendingRefund") ? "pending" : "succeeded");
        Objects.metadata(made, form);
        made.put(
                "balance_transaction",
                moves.move(made, -amount, charge.get("currency").asText(), "refund"));
        long refunded = charge.get("amount_refunded").asLong() + amount;
        charge.put("amount_refunded", refunded)
                .put("refunded", refunded == charge.get("amount_captured").asLong());
        books.put(charge);
        books.put(made);
        news.tell("refund.created", made);
        news.tell("charge.refunded", charge);
        if (nature.endsWith("refundFail")) {
            end(made, false);
        }
        return made;
    }

    /** A refund that waited, or was done, ends well or badly; in that case the money comes back to us. */
    void end(ObjectNode refund, boolean well) {
        refund.put("status", well ? "succeeded" : "failed");
        if (!well) {
            ObjectNode charge = books.get(refund.get("charge").asText());
            long amount = refund.get("amount").asLong();
            refund.put("failure_reason", "expired_or_canceled_card");
            refund.put(
                    "failure_balance_transaction",
                    moves.move(refund, amount, refund.get("currency").asText(), "refund_failure"));
            charge.put("amount_refunded", charge.get("amount_refunded").asLong() - amount)
                    .put("refunded", false);
            books.put(charge);
        }
        books.put(refund);
        news.tell(well ? "refund.updated" : "refund.failed", refund);
    }
}
