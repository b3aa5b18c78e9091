package carequeue.sandbox.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The card readers at the desk. */
final class Readers {

    static final String FIRST = "tmr_desk1";

    private final Books books;
    private final Intents intents;
    private final News news;

    Readers(Books books, Intents intents, News news) {
        this.books = books;
        this.intents = intents;
        this.news = news;
    }

    /** The reader of this account, there from the beginning. */
    ObjectNode reader(String id) {
        if (books.get(FIRST) == null) {
            ObjectNode made = books.make("tmr", "terminal.reader")
                    .put("id", FIRST)
                    .put("label", "Front desk")
                    .put("device_type", "simulated_wisepos_e")
                    .put("status", "online");
            made.putNull("action").putObject("metadata");
            books.put(made);
        }
        return books.need("terminal.reader", id);
    }

    ObjectNode process(String id, Form form) {
        ObjectNode reader = reader(id);
        ObjectNode intent = books.need("payment_intent", form.need("payment_intent"));
        if (!"online".equals(reader.get("status").asText())) {
            throw ApiError.state("terminal_reader_offline", "Reader is currently offline.");
        } else if ("in_progress".equals(reader.at("/action/status").asText())) {
            throw ApiError.state("terminal_reader_busy", "Reader is currently processing another request.");
        } else if (!"requires_payment_method".equals(intent.get("status").asText())) {
            throw ApiError.state("intent_invalid_state", "The intent cannot be presented in its state.");
        }
        ObjectNode action =
                reader.putObject("action").put("type", "process_payment_intent").put("status", "in_progress");
        action.putNull("failure_code").putNull("failure_message");
        action.putObject("process_payment_intent")
                .put("payment_intent", intent.get("id").asText());
        books.put(reader);
        String auto = reader.path("auto_present").asText(null);
        if (auto != null) {
            present(id, auto);
        }
        return reader;
    }

    ObjectNode cancel(String id) {
        ObjectNode reader = reader(id);
        if (!"in_progress".equals(reader.at("/action/status").asText())) {
            throw ApiError.state("terminal_reader_invalid_state", "No cancelable action on the reader.");
        }
        reader.putNull("action");
        books.put(reader);
        return reader;
    }

    /** Somebody presents a card. */
    ObjectNode present(String id, String card) {
        ObjectNode reader = reader(id);
        if (!"in_progress".equals(reader.at("/action/status").asText())) {
            throw ApiError.state("terminal_reader_invalid_state", "The reader waits for no card.");
        }
        ObjectNode action = (ObjectNode) reader.get("action");
        ObjectNode intent =
                books.get(action.at("/process_payment_intent/payment_intent").asText());
        try {
            intents.confirm(intent, card, true);
            action.put("status", "succeeded");
        } catch (ApiError declined) {
            action.put("status", "failed")
                    .put("failure_code", declined.error.path("code").asText());
        }
        books.put(reader);
        news.tell("terminal.reader.action_" + action.get("status").asText(), reader);
        return reader;
    }
}
