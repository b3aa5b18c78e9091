package carequeue.app.postgres;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import carequeue.app.start.CannotStart;
import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the programs of PostgreSQL, which refuse to run as root: for root in a user namespace, and where those are forbidden as the
 * unprivileged user 65534.
 */
final class PostgresPrograms {

    private static final int NOBODY = 65534;
    private final Path bin;
    private final List<String> prefix;

    private PostgresPrograms(Path bin, List<String> prefix) {
        this.bin = bin;
        this.prefix = prefix;
    }

    /** Finds the way that works here, and gives everything beneath {@code home} to the user that will run it. */
    static PostgresPrograms in(Path home, Path bin) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new PostgresPrograms(bin, List.of());
        }
        PostgresPrograms programs = new PostgresPrograms(bin, prefixForRoot());
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                programs.handOver(file);
            }
        }
        return programs;
    }

    private static List<String> prefixForRoot() throws IOException {
        if (works("unshare", "-U", "true")) {
            return List.of("unshare", "-U");
        }
        List<String> setpriv =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all");
        if (works(Stream.concat(setpriv.stream(), Stream.of("true")).toArray(String[]::new))) {
            return setpriv;
        }
        throw new CannotStart("PostgreSQL does not run as root, and neither unshare nor setpriv helps here:"
                + " run CareQueue as an ordinary user, or give a database with CAREQUEUE_DATABASE_URL.");
    }

    private static boolean works(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Gives a file to the user that runs the programs. */
    void handOver(Path file) throws IOException {
        int user = prefix.contains("setpriv") ? NOBODY : 0;
        if (!prefix.isEmpty()
                && !Files.getAttribute(file, "unix:uid", NOFOLLOW_LINKS).equals(user)) {
            Files.setAttribute(file, "unix:uid", user, NOFOLLOW_LINKS);
        }
    }

    /** Runs one program to its end; its output goes to {@code log}. */
    void run(Path log, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new CannotStart("The embedded PostgreSQL refuses (" + program
                        + " failed): its reasons are at the end of " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
