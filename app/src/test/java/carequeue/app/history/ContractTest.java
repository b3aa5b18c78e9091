package carequeue.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.EventName;
import carequeue.app.HistoryConfiguration;
import carequeue.store.StableNames;
import carequeue.store.StoredJson;
import carequeue.store.TestKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every event that history may hold can still be read: there is a golden file for each name and revision, and it reads with unknown fields
 * forbidden; a file of an older revision reads by way of the upcasters.
 *
 * <p>A new event's file is made with {@code ./mvnw -pl app -am test -Dtest=ContractTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dcarequeue.golden=write}, and is kept for ever.
 */
class ContractTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = StoredJson.strict(TestKeys.fixed());
    private static final StableNames NAMES = HistoryConfiguration.names();

    @TestFactory
    Stream<DynamicTest> everyEventHasAGoldenFileOfItsShape() {
        return NAMES.all().stream().map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
    }

    private static void compare(String name) throws Exception {
        Class<?> type = NAMES.classOf(name).orElseThrow();
        Path file = GOLDEN.resolve(name + "." + NAMES.nameOf(type).orElseThrow().revision() + ".json");
        JsonNode now = tree(Sample.of(type, "event"));
        if (!Files.exists(file) && "write".equals(System.getProperty("carequeue.golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        assertThat(file)
                .as("golden file of a new event or revision: make it with -Dcarequeue.golden=write (see ContractTest)")
                .exists();
        JsonNode golden = JSON.readTree(Files.readString(file));
        assertThat(now)
                .as(
                        "the shape of %s has changed: raise its revision, write an upcaster, and make a new golden file",
                        name)
                .isEqualTo(golden);
    }

    @TestFactory
    Stream<DynamicTest> everyGoldenFileStillReads() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> read(file)));
        }
    }

    private static void read(Path file) throws IOException {
        Golden golden = Golden.of(file);
        List<Object> events = golden.read(NAMES, HistoryConfiguration.upcasters());
        assertThat(events)
                .as("history may hold %s, which no event reads any more", golden.name())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event).isNotInstanceOf(UnknownSerializedType.class));
        if (golden.isToday(NAMES)) {
            assertThat(tree(events.get(0))).isEqualTo(JSON.readTree(Files.readString(file)));
        }
    }

    // By way of text: numbers of a tree made from an object differ in class from those that were read.
    private static JsonNode tree(Object event) throws IOException {
        return JSON.readTree(JSON.writeValueAsString(event));
    }

    @Test
    void everyEventOfCoreApiIsKnownToHistory() {
        Set<String> named = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("carequeue.api")) {
            type.tryGetAnnotationOfType(EventName.class).ifPresent(name -> named.add(name.value()));
        }
        assertThat(NAMES.all()).isEqualTo(named);
    }
}
