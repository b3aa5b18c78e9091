package carequeue.store.loss;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** One run of the loss proof: writers and readers at once on one store, then the count. */
final class LossRun {

    private static final String HEAD = "head";
    private static final String LATE = "late";

    private final Rival rival;
    private final LossSettings settings;
    private final Delivered delivered;
    private final Head head = new Head();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final Map<String, Future<Integer>> readers = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    LossRun(Rival rival, DataSource database, LossSettings settings) {
        this.rival = rival;
        this.settings = settings;
        this.delivered = new Delivered(database);
    }

    LossReport run() throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        AtomicInteger left = new AtomicInteger(settings.events());
        List<LossWriter> writers = new ArrayList<>();
        for (int i = 0; i < settings.writers(); i++) {
            writers.add(new LossWriter(i, rival.node(), settings, left, head));
        }
        try {
            Segment[] halves = Segment.ROOT_SEGMENT.split();
            read(HEAD, Segment.ROOT_SEGMENT, () -> rival.node().engine(), head);
            read("half-0", halves[0], () -> rival.node().engine(), new Head());
            read("half-1", halves[1], () -> rival.node().engine(), new Head());
            head.awaitOpened();
            Set<String> committed = write(writers, left);
            return report(
                    committed, writers.stream().mapToInt(LossWriter::attempted).sum(), began);
        } finally {
            threads.shutdownNow();
        }
    }

    private Set<String> write(List<LossWriter> writers, AtomicInteger left)
            throws InterruptedException, ExecutionException {
        List<Future<List<String>>> working = new ArrayList<>();
        writers.forEach(w -> working.add(threads.submit(w)));
        Future<?> late = threads.submit(() -> lateReader(left));
        Set<String> committed = new HashSet<>();
        for (Future<List<String>> one : working) {
            committed.addAll(one.get());
        }
        late.get();
        writing.set(false);
        return committed;
    }

    /** Begins at the beginning when half is written, on a node whose mark is already at the head. */
    private void lateReader(AtomicInteger left) {
        while (left.get() > settings.events() / 2) {
            LockSupport.parkNanos(1_000_000);
        }
        EventStorageEngine ahead = rival.node().engine();
        try (Stream<?> all = ahead.readEvents(null, false)) {
            all.forEach(event -> {});
        }
        read(LATE, Segment.ROOT_SEGMENT, () -> ahead, new Head());
    }

    private synchronized void read(String name, Segment segment, Supplier<EventStorageEngine> nodes, Head at) {
        readers.put(
                name,
                threads.submit(new LossReader(name, segment, nodes, delivered, at, writing::get, settings.seed())));
    }

    private LossReport report(Set<String> committed, int attempted, long began)
            throws InterruptedException, ExecutionException {
        int restarts = 0;
        for (Future<Integer> reader : readers.values()) {
            restarts += reader.get();
        }
        Map<String, LossCount> counts = new LinkedHashMap<>();
        counts.put("reader at the head", count(committed, HEAD));
        counts.put("two readers, a segment each", count(committed, "half-0", "half-1"));
        counts.put("reader begun late, from the beginning", count(committed, LATE));
        return new LossReport(
                rival.name(),
                settings,
                attempted,
                committed.size(),
                restarts,
                Duration.ofNanos(System.nanoTime() - began),
                counts);
    }

    private LossCount count(Set<String> committed, String... names) {
        return LossCount.of(committed, Stream.of(names).map(delivered::of).toList());
    }
}
