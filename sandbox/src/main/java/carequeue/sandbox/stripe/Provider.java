package carequeue.sandbox.stripe;

import carequeue.sandbox.fault.WebhookSender;
import carequeue.sandbox.state.Journal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.function.Supplier;

/** The provider of card payments: its books and everything that changes them, one call after another. */
final class Provider implements AutoCloseable {

    final Books books;
    final Cards cards;
    final News news;
    final Intents intents;
    final Refunds refunds;
    final Disputes disputes;
    final Readers readers;
    final Sessions sessions;
    final Address address = new Address();
    private final Replies replies;
    private final Calling calling;
    private final WebhookSender sender;

    Provider(Journal journal, Clock clock, WebhookSender sender) {
        this.sender = sender;
        books = new Books(journal, clock);
        Moves moves = new Moves(books);
        cards = new Cards(books);
        news = new News(books, sender);
        intents = new Intents(books, cards, moves, news, address);
        refunds = new Refunds(books, moves, news);
        disputes = new Disputes(books, moves, news);
        readers = new Readers(books, intents, news);
        sessions = new Sessions(books, intents, cards, news, address);
        replies = new Replies(books);
        calling = new Calling(this);
    }

    /** Carries out a call of the API; the answer is given when everything is on the disk. */
    synchronized Replies.Reply call(String account, String key, String method, String path, String words) {
        return written(account, () -> {
            Supplier<ObjectNode> call =
                    () -> calling.carryOut(method, path, Form.of(words)).deepCopy();
            return replies.once("POST".equals(method) ? key : null, method + path + "?" + words, call);
        });
    }

    /** Something that a person does there. */
    synchronized <T> T does(String account, Supplier<T> what) {
        return written(account, what);
    }

    /** The same, in the account that has an object. */
    synchronized <T> T doesWith(String id, Supplier<T> what) {
        return written(books.owner(id), what);
    }

    private <T> T written(String account, Supplier<T> what) {
        books.as(account);
        try {
            return what.get();
        } finally {
            books.commit();
            news.send();
            books.commit();
        }
    }

    /** A page of the balance transactions, with their sources where that is asked for. */
    ObjectNode transactions(Form form) {
        String type = form.get("type");
        String source = form.get("source");
        ObjectNode page = Objects.page(
                books.all("balance_transaction").stream()
                        .filter(t -> type == null || type.equals(t.get("type").asText()))
                        .filter(t ->
                                source == null || source.equals(t.get("source").asText()))
                        .toList(),
                form,
                "/v1/balance_transactions");
        if (form.under("expand").containsValue("data.source")) {
            ObjectNode whole = page.deepCopy();
            whole.get("data")
                    .forEach(t -> ((ObjectNode) t)
                            .set("source", books.get(t.get("source").asText())));
            return whole;
        }
        return page;
    }

    @Override
    public void close() {
        sender.close();
        books.close();
    }
}
