package carequeue.app.postgres;

import carequeue.app.start.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, taken out of the jar once for each version. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** The directory with the programs, unpacked beneath {@code parent} where they are not there yet. */
    static Path unpack(Path parent, String version) throws IOException {
        Path ready = parent.resolve("postgresql-" + version);
        if (Files.isDirectory(ready)) {
            return ready.resolve("bin");
        }
        Path part = Files.createTempDirectory(parent, "unpacking");
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + archive())) {
            if (archive == null) {
                throw new CannotStart("No embedded PostgreSQL is shipped for " + System.getProperty("os.name") + " on "
                        + System.getProperty("os.arch") + ": give a database with CAREQUEUE_DATABASE_URL.");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(archive)), part);
        }
        // A temporary directory is closed to others; the programs may have to run as another user.
        part.toFile().setExecutable(true, false);
        part.toFile().setReadable(true, false);
        Files.move(part, ready);
        return ready.resolve("bin");
    }

    private static void unpack(TarArchiveInputStream tar, Path into) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = into.resolve(entry.getName()).normalize();
            if (!file.startsWith(into)) {
                throw new IOException("an entry outside the archive");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(file, into.resolve(entry.getLinkName()).normalize());
            } else {
                Files.copy(tar, file);
                file.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
            }
        }
    }

    private static String archive() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return "postgres-" + (mac ? "darwin" : "linux") + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}
