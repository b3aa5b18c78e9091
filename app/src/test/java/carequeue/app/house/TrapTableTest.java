package carequeue.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every test that docs/traps.md and docs/domain-walk.md name exists. */
class TrapTableTest {

    private static final Path HOUSE = Path.of("..");
    private static final List<String> TABLES = List.of("docs/traps.md", "docs/domain-walk.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

    @TestFactory
    Stream<DynamicTest> everyTestNamedThereExists() throws IOException {
        List<MatchResult> named = new ArrayList<>();
        for (String table : TABLES) {
            List<MatchResult> there = NAMED.matcher(Files.readString(HOUSE.resolve(table)))
                    .results()
                    .toList();
            assertThat(there).as(table).hasSizeGreaterThan(40);
            named.addAll(there);
        }
        return named.stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.group(),
                        () -> assertThat(exists(one.group(1), one.group(2)))
                                .as(one.group())
                                .isTrue()));
    }

    @Test
    void andOneThatDoesNotIsFound() throws IOException {
        assertThat(exists("TrapTableTest", "andOneThatDoesNotIsFound")).isTrue();
        assertThat(exists("TrapTableTest", "nothing")).isFalse();
        assertThat(exists("NoTest", "andOneThatDoesNotIsFound")).isFalse();
    }

    private static boolean exists(String type, String method) throws IOException {
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path tests : modules.map(m -> m.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                if (declares(tests, type + ".java", method)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean declares(Path tests, String file, String method) throws IOException {
        try (Stream<Path> found = Files.find(tests, 12, (p, a) -> p.endsWith(file))) {
            for (Path source : found.toList()) {
                if (Files.readString(source).matches("(?s).*\\bvoid " + method + "\\(.*")) {
                    return true;
                }
            }
            return false;
        }
    }
}
