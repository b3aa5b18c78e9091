package carequeue.query.views;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads history on a thread of its own, some pages ahead of the one that folds them. */
final class PagesAhead implements AutoCloseable {

    private static final int AHEAD = 3;

    private final View view;
    private final HistoryPages history;
    private final int size;
    private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;

    PagesAhead(View view, Stream<TrackedEventMessage<?>> events, int size) {
        this.view = view;
        this.history = new HistoryPages(events);
        this.size = size;
        this.reader = new Thread(this::read, "rebuild-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private record Page(List<Told> events, RuntimeException failure) {}

    /** The next page; empty at the head of history. */
    List<Told> next() {
        try {
            Page page = pages.take();
            if (page.failure() != null) {
                throw page.failure();
            }
            return page.events();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void read() {
        try {
            try {
                List<Told> page;
                do {
                    page = history.next(size);
                    pages.put(new Page(page, null));
                    decodeWhileItWaits(page);
                } while (!page.isEmpty());
            } catch (RuntimeException e) {
                pages.put(new Page(null, e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Whoever has time decodes: the thread that folds, when it would otherwise wait for a page.
    private void decodeWhileItWaits(List<Told> page) {
        for (int i = 0; i < page.size() && !pages.isEmpty(); i++) {
            decode(page.get(i));
        }
    }

    private void decode(Told told) {
        try {
            if (view.hears(told.message().getPayloadType())) {
                told.event();
            }
        } catch (RuntimeException e) {
            // The fold will meet it again, and sets the event aside.
            return;
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
