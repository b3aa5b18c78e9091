package carequeue.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.store.DocsPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** docs/code-tables.md shows what every code of the outside is to us: {@code -Dcarequeue.docs=write} writes it anew. */
class CodeTablesTest {

    private static final String HEAD = """
            # The codes of others, and ours

            Written by `CodeTablesTest` from the classes that map them; it fails when this page is stale (`./mvnw -pl integration-adapters -am test
            -Dtest=CodeTablesTest -Dsurefire.failIfNoSpecifiedTests=false -Dcarequeue.docs=write` writes it). That each published code has its place is held by the
            tests beside the classes.

            """;

    private static List<CodeTable> tables() throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(CodeTable.Chapter.class));
        List<CodeTable> tables = new ArrayList<>();
        for (var found : scanner.findCandidateComponents("carequeue.adapter")) {
            var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            tables.addAll(((CodeTable.Chapter) constructor.newInstance()).tables());
        }
        tables.sort(Comparator.comparing(CodeTable::name));
        return tables;
    }

    @Test
    void theDocumentationShowsThem() throws IOException, ReflectiveOperationException {
        StringBuilder text = new StringBuilder(HEAD);
        tables().forEach(table -> text.append(table.text()));
        DocsPage.mustSay("code-tables.md", text.toString());
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsWhole() throws ReflectiveOperationException {
        List<CodeTable> tables = tables();
        assertThat(tables).extracting(CodeTable::name).doesNotHaveDuplicates().hasSizeGreaterThan(8);
        return tables.stream()
                .map(table -> DynamicTest.dynamicTest(
                        table.name(),
                        () -> assertThat(table.rows())
                                .isNotEmpty()
                                .allSatisfy(row -> assertThat(row)
                                        .hasSameSizeAs(table.columns())
                                        .allSatisfy(cell ->
                                                assertThat(cell).isNotBlank().doesNotContain("|")))));
    }
}
