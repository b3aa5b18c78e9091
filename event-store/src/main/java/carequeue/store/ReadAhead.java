package carequeue.store;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Reads what is to be handled next, and decodes it, while what came before is handled; until the head of history. */
final class ReadAhead implements AutoCloseable {

    private static final int PAGE = 500;
    private static final int PAGES = 4;

    private final BlockingQueue<Page> pages = new ArrayBlockingQueue<>(PAGES);
    private final Thread reader;
    private Iterator<TrackedEventMessage<?>> page =
            List.<TrackedEventMessage<?>>of().iterator();
    private TrackedEventMessage<?> next;
    private boolean ended;

    ReadAhead(Iterator<TrackedEventMessage<?>> events) {
        reader = new Thread(() -> read(events), "history-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private record Page(List<TrackedEventMessage<?>> events, RuntimeException failure) {}

    /** The next one, which stays the next until it is taken; null at the head. */
    TrackedEventMessage<?> peek() throws InterruptedException {
        while (next == null && !ended) {
            if (page.hasNext()) {
                next = page.next();
            } else {
                turn(pages.take());
            }
        }
        return next;
    }

    /** Takes the one that was seen. */
    void take() {
        next = null;
    }

    private void turn(Page to) {
        if (to.failure() != null) {
            throw to.failure();
        }
        page = to.events().iterator();
        ended = to.events().isEmpty();
    }

    private void read(Iterator<TrackedEventMessage<?>> events) {
        try {
            try {
                List<TrackedEventMessage<?>> read;
                do {
                    read = page(events);
                    pages.put(new Page(read, null));
                    decodeWhileItWaits(read);
                } while (!read.isEmpty());
            } catch (RuntimeException e) {
                pages.put(new Page(null, e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<TrackedEventMessage<?>> page(Iterator<TrackedEventMessage<?>> events) {
        List<TrackedEventMessage<?>> page = new ArrayList<>(PAGE);
        while (page.size() < PAGE && events.hasNext()) {
            page.add(events.next());
        }
        return page;
    }

    // Whoever has time decodes: the one who handles, when it would otherwise wait for a page.
    private void decodeWhileItWaits(List<TrackedEventMessage<?>> read) {
        for (int i = 0; i < read.size() && !pages.isEmpty(); i++) {
            try {
                read.get(i).getPayload();
            } catch (RuntimeException e) {
                // Whoever handles it meets this again, and then it is clear which event it is.
                continue;
            }
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
