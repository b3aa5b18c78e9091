package carequeue.app.postgres;

import carequeue.app.start.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/** A postmaster of our data directory that outlived the application that started it. */
final class Orphan {

    private final Path cluster;
    private final BiFunction<Integer, String, PostgresConnection> connections;

    Orphan(Path cluster, BiFunction<Integer, String, PostgresConnection> connections) {
        this.cluster = cluster;
        this.connections = connections;
    }

    /** The port of the orphan, or null where there is none; waits while it recovers or goes down. */
    Integer port() throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        for (int second = 0; second < 60; second++) {
            if (!Files.exists(pidFile)) {
                return null;
            }
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() < 4 || !isOurPostmaster(Long.parseLong(lines.get(0).strip()))) {
                // The number belongs to nobody or to another program by now, and PostgreSQL would take that one for
                // itself.
                Files.deleteIfExists(pidFile);
                return null;
            }
            int port = Integer.parseInt(lines.get(3).strip());
            if (new PostgresCheck(connections.apply(port, "postgres"), cluster).isOurs()) {
                return port;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        throw new CannotStart(
                "A PostgreSQL of an earlier run still holds " + cluster + " and does not answer: stop process "
                        + Files.readAllLines(pidFile).get(0).strip() + ".");
    }

    private boolean isOurPostmaster(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        // Where the system does not tell the arguments, the careful answer is yes.
        return process.get()
                .info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElse(true);
    }
}
