package carequeue.adapter.secrets;

import carequeue.adapter.resilience.OutsideFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One secret a file, as Docker and Kubernetes mount them; the value before may lie beside it as {@code <name>.previous}.
 *
 * <p>The line feed that editors put at the end is no part of a value.
 */
final class FileSecrets implements SecretStore {

    private static final String PREVIOUS = ".previous";
    private static final int LONGEST = 64 * 1024;

    private final Path directory;

    FileSecrets(Path directory) {
        this.directory = directory;
    }

    @Override
    public String source() {
        return "file";
    }

    @Override
    public Stored read(String name) {
        Path file = directory.resolve(name);
        try {
            Path before = file.resolveSibling(file.getFileName() + PREVIOUS);
            return new Stored(version(file), Files.isReadable(before) ? version(before) : null);
        } catch (NoSuchFileException e) {
            // A mount that is away and a file that was never made look the same.
            throw Files.isDirectory(file.getParent())
                    ? new OutsideFailure.NotThere(SECRETS, "has no file for " + name)
                    : new OutsideFailure.Unavailable(SECRETS, "cannot be read: the directory is not there");
        } catch (IOException e) {
            throw new OutsideFailure.Unavailable(SECRETS, "has a file that cannot be read: " + name);
        }
    }

    private static Stored.Version version(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (Files.size(file) > LONGEST) {
            throw new IOException("too long for a secret");
        }
        String value = Files.readString(file).replaceFirst("(\\r?\\n)+$", "");
        if (value.isBlank()) {
            // Somebody is still writing it.
            throw new IOException("empty");
        }
        return new Stored.Version(value, written.toString(), written);
    }
}
