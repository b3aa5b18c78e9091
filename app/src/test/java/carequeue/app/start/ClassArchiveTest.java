package carequeue.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start makes the archive for the next one; one that does not fit is passed over in silence and made anew. */
class ClassArchiveTest {

    @TempDir
    Path directory;

    private Path jar;
    private Path archive;

    @BeforeEach
    void jar() throws IOException {
        jar = directory.resolve("program.jar");
        archive = directory.resolve("program.jsa");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(Archived.class, ClassArchiveFiles.class)) {
                add(out, type.getName().replace('.', '/') + ".class");
            }
        }
    }

    private static void add(JarOutputStream out, String name) throws IOException {
        out.putNextEntry(new JarEntry(name));
        try (var in = Archived.class.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(out);
        }
    }

    @Test
    void theFirstStartMakesItAndTheNextMapsIt() throws Exception {
        assertThat(run("auto")).containsExactly("made true");
        assertThat(run("on")).containsExactly("current");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("program.jar", "program.jsa", "program.jsa.of", "said");
        }
    }

    @Test
    void aChangedProgramPassesItOverInSilenceAndMakesItAnew() throws Exception {
        run("auto");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_700_000_000_000L));

        assertThat(run("auto")).containsExactly("made true");
        assertThat(run("on")).containsExactly("current");
    }

    @Test
    void aBrokenOneIsPassedOverAndWhatAKilledStartLeftIsRemoved() throws Exception {
        Files.writeString(archive, "not an archive");
        Path left = Files.writeString(directory.resolve("classes-pid2147483646.lst"), "of nobody");

        assertThat(run("auto")).containsExactly("made true");
        assertThat(left).doesNotExist();
    }

    /** What the program said, all of it, when it ended well. */
    private List<String> run(String sharing) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xshare:" + sharing, "-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off"));
        command.add("-XX:DumpLoadedClassList=" + directory.resolve("classes-%p.lst"));
        command.addAll(List.of("-cp", jar.toString(), Archived.class.getName(), archive.toString()));
        Path said = directory.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(said)).isZero();
        return Files.readAllLines(said);
    }
}
