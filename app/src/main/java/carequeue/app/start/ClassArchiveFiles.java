package carequeue.app.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files around a class archive: the list of classes that Java writes for each process, the archive, and of which class path it is. */
final class ClassArchiveFiles {

    /** What belongs to one process only, as {@code -XX:DumpLoadedClassList=…%p…} names its list. */
    private static final Pattern OF_PROCESS = Pattern.compile(".*-pid(\\d+)\\.(lst|part)");

    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Path archive;
    private final String classPath;
    private final Path mark;
    private final Path classes;
    private final Path whole;
    private final Path part;

    ClassArchiveFiles(Path archive, String classPath) {
        this.archive = archive;
        this.classPath = classPath;
        this.mark = sibling(archive.getFileName() + ".of");
        long process = ProcessHandle.current().pid();
        this.classes = sibling("classes-pid" + process + ".lst");
        this.whole = sibling("whole-pid" + process + ".lst");
        this.part = sibling("archive-pid" + process + ".part");
    }

    private Path sibling(String name) {
        return archive.resolveSibling(name);
    }

    /** Whether the archive, or the attempt to make one, is of this very class path and Java. */
    boolean current() throws IOException {
        return Files.exists(mark) && Files.readString(mark).equals(words());
    }

    private String words() throws IOException {
        StringBuilder words = new StringBuilder(System.getProperty("java.vm.version"));
        for (String entry : classPath.split(System.getProperty("path.separator"))) {
            Path file = Path.of(entry);
            words.append('\n').append(entry);
            if (Files.exists(file)) {
                words.append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
            }
        }
        return words.toString();
    }

    /** Begins to make the archive, in a process of its own that runs no line of ours and gives way to everybody. */
    Process dump() throws IOException {
        String list = Files.readString(classes, StandardCharsets.ISO_8859_1);
        // Java is still writing: its last line may be half a line. Lambdas of classes that cannot be archived crash
        // Java 17.
        Files.write(
                whole,
                list.substring(0, list.lastIndexOf('\n') + 1)
                        .lines()
                        .filter(line -> !line.startsWith("@lambda-proxy"))
                        .toList(),
                StandardCharsets.ISO_8859_1);
        List<String> command =
                new ArrayList<>(Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xshare:dump",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-XX:ErrorFile=/dev/null",
                "-XX:SharedClassListFile=" + whole));
        command.addAll(List.of("-XX:SharedArchiveFile=" + part, "-cp", classPath));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Puts the archive made in its place; a failed attempt is noted too, so that it is not made again at every start. */
    void keep(boolean made) throws IOException {
        if (made) {
            Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(mark, words());
    }

    /** Removes what this process wrote. */
    void forgetClasses() throws IOException {
        for (Path file : List.of(classes, whole, part)) {
            Files.deleteIfExists(file);
        }
    }

    /** Removes what killed processes left. */
    void sweep() throws IOException {
        try (Stream<Path> files = Files.list(archive.toAbsolutePath().getParent())) {
            for (Path file : files.toList()) {
                Matcher name = OF_PROCESS.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
