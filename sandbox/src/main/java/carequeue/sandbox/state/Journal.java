package carequeue.sandbox.state;

import carequeue.sandbox.SandboxCannotStart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one service was told, one JSON line each, on the disk before anybody is answered. */
public final class Journal implements AutoCloseable {

    private final Path file;
    private final DirectoryLock lock;
    private FileChannel channel;

    /** The journal of the EHR, which keeps a second sandbox away from the directory. */
    public Journal(Path directory) {
        this.lock = DirectoryLock.take(directory);
        this.file = directory.resolve("journal.ndjson");
    }

    /** The journal of another service, in a directory of its own within the sandbox's. */
    public Journal(Path directory, String service) {
        this(directory.resolve(service));
    }

    /** Every whole line since the beginning; a last line that was torn by a crash is cut off, nobody was told of it. */
    public List<String> replay() {
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            byte[] content = Files.readAllBytes(file);
            int whole = content.length;
            while (whole > 0 && content[whole - 1] != '\n') {
                whole--;
            }
            channel.truncate(whole).position(whole);
            syncDirectory();
            var text = new String(Arrays.copyOf(content, whole), StandardCharsets.UTF_8);
            return new ArrayList<>(text.lines().toList());
        } catch (IOException e) {
            throw new SandboxCannotStart("The sandbox cannot read its state in " + file + ": " + e.getMessage());
        }
    }

    /** Puts the lines on the disk, all or none as far as a later replay can see. */
    public void append(List<String> lines) {
        byte[] bytes = bytes(lines);
        try {
            long before = channel.position();
            try {
                write(channel, bytes);
            } catch (IOException e) {
                channel.truncate(before).position(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write its state", e);
        }
    }

    /** Replaces everything by these lines; a crash leaves either the old or the new. */
    public void compact(List<String> lines) {
        Path fresh = file.resolveSibling("journal.new");
        try {
            try (var out = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                write(out, bytes(lines));
            }
            channel.close();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.position(channel.size());
            syncDirectory();
        } catch (IOException e) {
            throw new SandboxCannotStart("The sandbox cannot tidy its state in " + file + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try (lock) {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of a new file is itself something to put on the disk; not every system can. */
    private void syncDirectory() throws IOException {
        if (File.separatorChar == '/') {
            try (var directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private static byte[] bytes(List<String> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
    }
}
