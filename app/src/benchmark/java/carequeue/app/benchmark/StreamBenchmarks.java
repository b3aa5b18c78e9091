package carequeue.app.benchmark;

import carequeue.api.Ids;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** How soon a commit is told in 1,000 open streams and shown by a real browser; the clients live in the same process and share its cores. */
final class StreamBenchmarks {

    private static final int STREAMS = Integer.getInteger("carequeue.benchmarks.streams", 1000);
    private static final int WARM_UP = 100;

    /** Seconds after the visits have begun until their places are taken, so that the beginnings are not measured. */
    private static final int SETTLE = 5;

    private StreamBenchmarks() {}

    static void run(Report report) throws Exception {
        try (HikariDataSource database = TestPostgres.fresh();
                Clinic clinic = new Clinic(database, "command,query,integration")) {
            LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
            join(clinic, Lines.visitOf(clinic, today));
            String queueId = Ids.queue("main", "lab", today);
            report.heading("Commit → event in open streams", new Ground(clinic.get(DataSource.class)).describe());
            long before = heap();
            try (OpenStreams streams = new OpenStreams(clinic, queueId, STREAMS);
                    BoardWatcher browser = BoardWatcher.open(clinic, "/board?siteId=main&serviceId=lab")) {
                report.line(memory(heap() - before)).times();
                orders(clinic, today, WARM_UP, 10);
                measure(report, clinic, streams, browser, 1, 40);
                measure(report, clinic, streams, browser, 10, 100);
            }
            report.line("\nAfter it: " + new Ground(clinic.get(DataSource.class)).describe());
        }
    }

    private static void measure(
            Report report, Clinic clinic, OpenStreams streams, BoardWatcher browser, int aSecond, int count)
            throws InterruptedException {
        LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
        List<OpenStreams.Commit> commits = orders(clinic, today, count, aSecond);
        streams.await(commits.get(commits.size() - 1).position());
        String pace = " (" + count + " commits, " + aSecond + " a second)";
        report.row(STREAMS + " streams" + pace, "– / 500", "– / 150", streams.since(commits));
        report.row("on the board in " + browser + pace, "– / 500", "– / 150", browser.since(commits));
    }

    private static List<OpenStreams.Commit> orders(Clinic clinic, LocalDate today, int count, int aSecond) {
        List<JoinQueue> visits =
                Stream.generate(() -> Lines.visitOf(clinic, today)).limit(count).toList();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(SETTLE));
        List<OpenStreams.Commit> commits = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 1; i <= count; i++) {
            commits.add(join(clinic, visits.get(i - 1)));
            LockSupport.parkNanos(began + TimeUnit.SECONDS.toNanos(1) / aSecond * i - System.nanoTime());
        }
        return commits;
    }

    private static OpenStreams.Commit join(Clinic clinic, JoinQueue join) {
        long position = clinic.send(join).position();
        return new OpenStreams.Commit(join.entryId(), position, System.nanoTime(), System.currentTimeMillis());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static String memory(long bytes) {
        return String.format(
                Locale.ROOT,
                "%d streams, client and server together: %.0f KB of heap each, %d threads in the process.%n",
                STREAMS,
                bytes / 1024.0 / STREAMS,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
