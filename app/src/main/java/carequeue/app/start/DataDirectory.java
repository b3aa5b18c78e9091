package carequeue.app.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The directory of the embedded database and the generated secrets; one CareQueue at a time may use it. */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private FileChannel lock;

    /** Makes the directory where it is missing; the lock is taken only by {@link #lock()}. */
    public DataDirectory(Path path) {
        try {
            // Others may pass through (the database may run as another user) but not look around.
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (!Files.isDirectory(path)) {
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            this.path = path.toRealPath();
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + path.toAbsolutePath()
                            + " cannot be made or read: choose another with CAREQUEUE_DATA.",
                    e);
        }
    }

    /** Keeps every other CareQueue away from this directory until {@link #close()}. */
    public DataDirectory lock() {
        try {
            lock = FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = lock.tryLock();
            if (held != null) {
                return this;
            }
        } catch (OverlappingFileLockException e) {
            // Another one in this very process: the same answer.
        } catch (IOException e) {
            throw new CannotStart("The data directory " + path + " cannot be written.", e);
        }
        close();
        throw new CannotStart("Another CareQueue is using the data directory " + path
                + ": stop it, or choose another directory with CAREQUEUE_DATA.");
    }

    /** A file or directory in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A generated secret of so many random bytes, made at first use and readable by its owner only. */
    public String secret(String name, int bytes) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                Path part = Files.createTempFile(path, name, ".part");
                Files.writeString(part, random(bytes));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new CannotStart("The secret " + file + " cannot be read or made.", e);
        }
    }

    private static String random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // The lock goes with the process anyway.
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
