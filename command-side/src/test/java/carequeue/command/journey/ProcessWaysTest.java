package carequeue.command.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import carequeue.command.journey.Processes.Heard;
import carequeue.command.journey.Ways.Way;
import carequeue.store.DocsPage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Every event that a process hears is told to it by a fixture, and wherever its code can end it, a fixture sees it end. docs/process-ways.md shows it;
 * {@code -Dcarequeue.docs=write} writes that anew.
 */
class ProcessWaysTest {

    /** Where the code can end a process and no order of events does, and why. */
    private static final Map<String, String> NEVER_LAST = new TreeMap<>(Map.of(
            "SyncSaga PatientAgrees",
            "what two systems say alike by themselves is ended as a conflict first, and its end is the last"));

    private static final String HEAD = """
            # The ways through every process

            Written by `ProcessWaysTest`, which plays all fixtures of the processes and writes down what was told and what came of it; it fails when an event that
            a process hears is in no fixture, when no fixture sees a process end where its code can end it, and when this page is stale (`./mvnw -pl command-side
            -am test -Dtest=ProcessWaysTest -Dsurefire.failIfNoSpecifiedTests=false -Dcarequeue.docs=write` writes it).

            **starts**: a process may begin with it. **ends**: in a fixture the process was over after it; *never last*: the code that handles it can end a process,
            but something else is always still to come. The orders are those of all fixtures together. Deadlines reach a process as events too, such as `PatienceEnded`.

            """;

    private static final Processes PROCESSES = new Processes();

    @BeforeAll
    static void playAll() {
        var fixtures = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("carequeue.command.journey"))
                .filters(includeClassNamePatterns(".*(Saga|TakenBack|CheckInPaying)Test"))
                .build();
        SummaryGeneratingListener played = new SummaryGeneratingListener();
        LauncherFactory.create().execute(fixtures, played);
        assertThat(played.getSummary().getFailures()).isEmpty();
        assertThat(Ways.none()).isFalse();
    }

    private static List<Heard> heard() {
        return PROCESSES.all().stream()
                .flatMap(process -> PROCESSES.heardBy(process).stream())
                .toList();
    }

    private static String name(Heard heard) {
        return heard.process().getSimpleName() + " " + heard.event().getSimpleName();
    }

    private static boolean ends(Heard heard) {
        return Ways.of(heard.process(), heard.event()).stream().anyMatch(Way::ended);
    }

    @Test
    void everyEventIsToldByAFixture() {
        assertThat(heard())
                .filteredOn(one -> Ways.of(one.process(), one.event()).isEmpty())
                .extracting(ProcessWaysTest::name)
                .isEmpty();
    }

    @Test
    void everyWayOutIsTakenByAFixture() {
        assertThat(heard())
                .filteredOn(Heard::mayEnd)
                .filteredOn(one -> !ends(one))
                .extracting(ProcessWaysTest::name)
                .containsExactlyInAnyOrderElementsOf(NEVER_LAST.keySet());
        PROCESSES
                .all()
                .forEach(process -> assertThat(PROCESSES.heardBy(process))
                        .as("ends of " + process.getSimpleName())
                        .anyMatch(ProcessWaysTest::ends));
    }

    @Test
    void theDocumentationShowsThem() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (Class<?> process : PROCESSES.all()) {
            text.append("## ")
                    .append(process.getSimpleName())
                    .append(
                            "\n\n| event | may begin with it | may end with it | orders that came of it |\n| --- | --- | --- | --- |\n");
            PROCESSES.heardBy(process).forEach(one -> text.append(row(one)));
            text.append('\n');
        }
        text.append("## Never last\n\n");
        NEVER_LAST.forEach((way, why) ->
                text.append("- ").append(way).append(": ").append(why).append('\n'));
        DocsPage.mustSay("process-ways.md", text.toString());
    }

    private static String row(Heard one) {
        List<Way> ways = Ways.of(one.process(), one.event());
        String ends = ends(one) ? "ends" : one.mayEnd() ? "never last" : "";
        return "| " + one.event().getSimpleName() + " | " + (one.starts() ? "starts" : "") + " | " + ends + " | "
                + String.join(", ", Ways.orders(ways)) + " |\n";
    }
}
