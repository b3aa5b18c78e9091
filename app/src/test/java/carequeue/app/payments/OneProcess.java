package carequeue.app.payments;

import carequeue.app.CareQueue;
import carequeue.sandbox.Sandbox;
import carequeue.sandbox.Settings;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One node and the provider in this process; a strike ends one step of it. */
final class OneProcess implements Place {

    private final HikariDataSource database = TestPostgres.fresh();
    private final Sandbox.Running sandbox;
    private final ConfigurableApplicationContext node;

    OneProcess(Path directory) {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            if (!(e instanceof Killed)) {
                e.printStackTrace();
            }
        });
        sandbox = Sandbox.start(Settings.of(directory.resolve("sandbox"), 0).withClock(BetweenSteps.CLOCK));
        List<String> settings = new ArrayList<>(
                Place.settings(database.getJdbcUrl(), database.getUsername(), database.getPassword(), sandbox.url()));
        settings.addAll(List.of("--carequeue.data=" + directory, "--server.port=0", "--management.server.port=0"));
        node = new SpringApplicationBuilder(CareQueue.class, BetweenSteps.class).run(settings.toArray(String[]::new));
    }

    @Override
    public List<String> origins() {
        return List.of("http://localhost:" + node.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public String provider() {
        return sandbox.url();
    }

    @Override
    public void moveOn(Duration by) {
        BetweenSteps.CLOCK.moveOn(by);
    }

    @Override
    public void strikes(double share) {
        Killed.rate(share);
    }

    @Override
    public int kills() {
        return Killed.count();
    }

    @Override
    public void close() {
        Killed.rate(0);
        node.close();
        sandbox.close();
        database.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }
}
