package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Money that moved: charges, and the balance transactions by which a day is reconciled. */
final class Moves {

    private static final long FEE_SHARE = 29;
    private static final long FEE = 30;

    private final Books books;

    Moves(Books books) {
        this.books = books;
    }

    /** Writes that money came in (positive) or went out, and answers the transaction's identifier. */
    String move(ObjectNode source, long amount, String currency, String type) {
        return move(source, amount, currency, type, type);
    }

    /** The same, where Stripe reports it under another word than its type. */
    String move(ObjectNode source, long amount, String currency, String type, String category) {
        long fee = type.equals("charge") ? amount * FEE_SHARE / 1000 + FEE : 0;
        ObjectNode made = books.make("txn", "balance_transaction")
                .put("amount", amount)
                .put("currency", currency)
                .put("fee", fee)
                .put("net", amount - fee)
                .put("status", "pending")
                .put("type", type)
                .put("reporting_category", category)
                .put("source", source.get("id").asText());
        books.put(made);
        return made.get("id").asText();
    }

    /** The charge of an intent; its metadata is the intent's, as it was then. */
    ObjectNode charge(ObjectNode intent, String paymentMethod, boolean captured) {
        ObjectNode made = books.make("ch", "charge")
                .put("amount", intent.get("amount").asLong())
                .put("amount_captured", 0)
                .put("amount_refunded", 0)
                .put("currency", intent.get("currency").asText())
                .put("payment_intent", intent.get("id").asText())
                .put("payment_method", paymentMethod)
                .put("captured", false)
                .put("disputed", false)
                .put("refunded", false)
                .put("paid", true)
                .put("status", "succeeded");
        made.set("metadata", intent.get("metadata").deepCopy());
        books.put(made);
        if (captured) {
            take(made, intent.get("amount").asLong());
        }
        return made;
    }

    void take(ObjectNode charge, long amount) {
        charge.put("amount_captured", amount).put("captured", true);
        charge.put(
                "balance_transaction",
                move(charge, amount, charge.get("currency").asText(), "charge"));
        books.put(charge);
    }
}
