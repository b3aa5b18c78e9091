package carequeue.app.payments;

import carequeue.sandbox.Sandbox;
import carequeue.sandbox.Settings;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Two nodes as processes of their own, each ended by itself between two steps and from outside at any time; the provider is not killed. */
final class ManyProcesses implements Place {

    private static final int SECONDS_BETWEEN_KILLS = 30;

    private final HikariDataSource database = TestPostgres.fresh();
    private final Path told;
    private final Sandbox.Running sandbox;
    private final List<NodeProcess> nodes;
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(2);
    private final Random random = new Random(20261124);
    private volatile double strikes;

    ManyProcesses(Path directory) {
        told = directory.resolve("told");
        PaymentsNode.tell(told, BetweenSteps.CLOCK.ahead(), 0);
        sandbox = Sandbox.start(Settings.of(directory.resolve("sandbox"), 0).withClock(BetweenSteps.CLOCK));
        List<String> settings =
                Place.settings(database.getJdbcUrl(), database.getUsername(), database.getPassword(), sandbox.url());
        nodes = Stream.of("one", "two")
                .map(name -> new NodeProcess(directory, name, told, settings))
                .toList();
        watch.scheduleWithFixedDelay(
                () -> nodes.forEach(NodeProcess::startAgainIfItEnded), 300, 300, TimeUnit.MILLISECONDS);
        watch.scheduleWithFixedDelay(this::killOne, SECONDS_BETWEEN_KILLS, SECONDS_BETWEEN_KILLS, TimeUnit.SECONDS);
    }

    private void killOne() {
        if (strikes > 0) {
            nodes.get(random.nextInt(nodes.size())).kill();
        }
    }

    @Override
    public List<String> origins() {
        return nodes.stream().map(NodeProcess::origin).toList();
    }

    @Override
    public String provider() {
        return sandbox.url();
    }

    @Override
    public void moveOn(Duration by) {
        BetweenSteps.CLOCK.moveOn(by);
        PaymentsNode.tell(told, BetweenSteps.CLOCK.ahead(), strikes);
    }

    /** A whole node takes its time to start again: it is struck at far fewer steps than a single step of it would be. */
    @Override
    public void strikes(double share) {
        strikes = share / 100;
        PaymentsNode.tell(told, BetweenSteps.CLOCK.ahead(), strikes);
    }

    @Override
    public int kills() {
        return nodes.stream().mapToInt(NodeProcess::ends).sum();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        nodes.forEach(NodeProcess::stop);
        sandbox.close();
        database.close();
    }
}
