package carequeue.command;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Refused;
import carequeue.command.StateTable.Played;
import carequeue.store.DocsPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * docs/state-machines.md shows what every order comes to in every state, and forgets none: {@code -Dcarequeue.docs=write} writes it anew.
 *
 * <p>Whoever adds an order adds its row to the {@link StateTable} beside the aggregate's tests; whoever adds a family of orders adds a table, which is
 * found by itself.
 */
class StateTablesTest {

    /** Families whose things have no states, and why. */
    private static final Map<String, String> WITHOUT_STATES = new TreeMap<>(Map.of(
            "AheadCommand", "asking ahead only goes through a day's list, part by part",
            "BalanceCommand", "a balance is two sums, what was asked and what is borne, and the difference is told",
            "KinCommand", "who acts for a patient is what was last said of it",
            "DeviceCommand", "a device takes the place of the one before",
            "MergeCommand", "a record stands alone or is merged into another; a merge is one fact of both records",
            "PatientCommand", "a patient's record is what was last said of the patient",
            "ReceiptCommand", "a book of receipts only grows"));

    private static final String HEAD = """
            # The state machines

            Written by `StateTablesTest`, which carries each order out on the real aggregate in each state; it fails when an order, a state or a whole family
            of orders is missing here, or when this page is stale (`./mvnw -pl command-side -am test -Dtest=StateTablesTest
            -Dsurefire.failIfNoSpecifiedTests=false -Dcarequeue.docs=write` writes it).

            A **state** is the one that the order leads to; *stays*: something happens, the state stays; –: nothing happens, and the order is answered as the
            first time; 409: refused, naming the state found (another one in brackets); 422: refused by the rule that is named; 403: not by these people;
            400: malformed; 404: not there; taken: the identifier is taken. Everything is ordered by somebody who may, at one noon.

            """;

    private static List<StatePage<?>> pages;
    private static List<StateTable<?, ?>> tables;

    @BeforeAll
    static void playAll() throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(StateTable.class));
        tables = new ArrayList<>();
        for (var found : scanner.findCandidateComponents("carequeue.command")) {
            var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            tables.add((StateTable<?, ?>) constructor.newInstance());
        }
        tables.sort(Comparator.comparing(StateTable::name));
        pages = new ArrayList<>();
        tables.forEach(table -> pages.add(StatePage.of(table)));
    }

    @Test
    void theDocumentationShowsThem() throws IOException, ClassNotFoundException {
        StringBuilder text = new StringBuilder(HEAD);
        pages.forEach(page -> text.append(page.text()));
        text.append("## Without states\n\n");
        List<String> families = families().stream().map(Class::getSimpleName).toList();
        WITHOUT_STATES.forEach((family, why) -> {
            if (families.contains(family)) {
                text.append("- `" + family + "`: " + why + "\n");
            }
        });
        DocsPage.mustSay("state-machines.md", text.toString());
    }

    @TestFactory
    Stream<DynamicTest> noOrderOfAFamilyIsForgotten() throws IOException, ClassNotFoundException {
        List<DynamicTest> all = new ArrayList<>();
        for (Class<?> family : families()) {
            Set<Class<?>> shown = new HashSet<>();
            tables.stream()
                    .filter(t -> t.family() == family)
                    .forEach(t -> t.rows().values().forEach(order -> shown.add(order.getClass())));
            all.add(DynamicTest.dynamicTest(
                    family.getSimpleName(),
                    () -> assertThat(shown)
                            .as("orders in the StateTable of %s", family.getSimpleName())
                            .containsExactlyInAnyOrder(
                                    WITHOUT_STATES.containsKey(family.getSimpleName())
                                            ? new Class<?>[0]
                                            : family.getPermittedSubclasses())));
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(10);
        return all.stream();
    }

    private static List<Class<?>> families() throws IOException, ClassNotFoundException {
        List<Class<?>> families = new ArrayList<>();
        for (Resource page :
                new PathMatchingResourcePatternResolver().getResources("classpath*:carequeue/api/*/*Command.class")) {
            String path = page.getURL().getPath();
            String name = path.substring(path.lastIndexOf("carequeue/api/"), path.length() - ".class".length());
            Class<?> type = Class.forName(name.replace('/', '.'));
            if (type.isSealed()) {
                families.add(type);
            }
        }
        return families;
    }

    @TestFactory
    Stream<DynamicTest> everyStateIsReachedAndEveryRefusalNamesIt() {
        List<DynamicTest> all = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            StateTable<?, ?> table = tables.get(i);
            StatePage<?> page = pages.get(i);
            all.add(DynamicTest.dynamicTest(
                    table.name(), () -> page.played().forEach((row, cells) -> asSaid(row, table.states(), cells))));
        }
        return all.stream();
    }

    private static void asSaid(String row, List<? extends Enum<?>> states, List<Played> cells) {
        assertThat(cells.get(0).found()).as("before it is there").isNull();
        for (int i = 0; i < states.size(); i++) {
            Played cell = cells.get(i + 1);
            assertThat(cell.found()).as("the way leads there").isEqualTo(states.get(i));
            if (cell.answer() instanceof RuntimeException) {
                assertThat(cell.told()).as("what is refused leaves nothing").isEmpty();
            }
            if (cell.answer() instanceof Refused.WrongState wrong) {
                assertThat(wrong.state()).as(row).isEqualTo(states.get(i).toString());
            }
        }
    }
}
