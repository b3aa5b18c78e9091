package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Disputes of cards' holders; the bank takes the money first and gives it back when we win. */
final class Disputes {

    private final Books books;
    private final Moves moves;
    private final News news;

    Disputes(Books books, Moves moves, News news) {
        this.books = books;
        this.moves = moves;
        this.news = news;
    }

    ObjectNode open(ObjectNode intent) {
        ObjectNode charge = books.get(intent.path("latest_charge").asText(""));
        if (charge == null || charge.get("disputed").asBoolean()) {
            throw ApiError.state(null, "There is nothing to dispute.");
        }
        long amount = charge.get("amount_captured").asLong()
                - charge.get("amount_refunded").asLong();
        ObjectNode made = books.make("dp", "dispute")
                .put("amount", amount)
                .put("currency", charge.get("currency").asText())
                .put("charge", charge.get("id").asText())
                .put("payment_intent", intent.get("id").asText())
                .put("reason", "product_not_received")
                .put("status", "needs_response");
        made.putObject("metadata");
        moves.move(made, -amount, charge.get("currency").asText(), "adjustment", "dispute");
        charge.put("disputed", true);
        books.put(charge);
        books.put(made);
        news.tell("charge.dispute.created", made);
        return made;
    }

    void close(ObjectNode dispute, boolean won) {
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            moves.move(
                    dispute,
                    dispute.get("amount").asLong(),
                    dispute.get("currency").asText(),
                    "adjustment",
                    "dispute_reversal");
        }
        books.put(dispute);
        news.tell("charge.dispute.closed", dispute);
    }
}
