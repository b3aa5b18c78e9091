package carequeue.app.kill;

import carequeue.api.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** The staff of all services at work, until they go home; then nobody is left waiting. */
final class Load implements AutoCloseable {

    private final List<Node> nodes;
    private final Tally tally;
    private final KillSettings settings;
    private final List<Staff> staff = new ArrayList<>();
    private final List<Future<?>> working = new ArrayList<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Load(List<Node> nodes, Tally tally, KillSettings settings) {
        this.nodes = nodes;
        this.tally = tally;
        this.settings = settings;
        Pace pace = new Pace(settings.perSecond());
        for (int i = 0; i < settings.staff(); i++) {
            int service = i % settings.services();
            Customer customer = new Customer(nodes, tally, pace, settings.seed() * 1000 + i);
            staff.add(new Staff(customer, tally, "Staff" + (char) ('a' + i), service, queue(service), open::get));
        }
    }

    /** Opens the queues, then the staff begin. */
    void begin() {
        Customer first = new Customer(nodes, tally, new Pace(settings.perSecond()), -settings.seed());
        for (int i = 0; i < settings.services(); i++) {
            first.order("/api/queues", "{\"siteId\": \"main\", \"serviceId\": \"service-%d\"}".formatted(i));
        }
        staff.forEach(one -> working.add(threads.submit(one)));
    }

    /** Nobody comes any more; whoever is in hand is served. */
    void end() throws InterruptedException, ExecutionException {
        open.set(false);
        for (Future<?> one : working) {
            one.get();
        }
    }

    /** Serves whoever still waits. */
    void empty() throws InterruptedException, ExecutionException {
        List<Future<?>> last = new ArrayList<>();
        for (Staff one : staff) {
            last.add(threads.submit(one::serveAll));
        }
        for (Future<?> one : last) {
            one.get();
        }
    }

    /** The clinic's day begins at three in the morning, as its settings say by default. */
    private static String queue(int service) {
        LocalDate day = Instant.now()
                .atZone(ZoneId.of("America/New_York"))
                .minusHours(3)
                .toLocalDate();
        return Ids.queue("main", "service-" + service, day);
    }

    @Override
    public void close() {
        open.set(false);
        threads.shutdownNow();
    }
}
