package carequeue.app.permuted;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.Facts;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.site.PatiencePolicy;
import carequeue.api.site.Policies;
import carequeue.api.site.Policy;
import carequeue.api.site.Site;
import carequeue.api.site.SiteCommand.SetPolicy;
import carequeue.api.site.Sites;
import carequeue.app.CareQueue;
import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Whole visits on the real store, with everything that the outside says coming in every order of a bounded set: on time, late, twice, never.
 * After each the visit has ended or waits for something that has a name, nothing was asked twice, there is one ticket, and the sums are right.
 *
 * <p>All journeys take a step, and the next step begins when every process has come to rest, so that the order is the course's own. No wait ends
 * by the clock: that a patience is over is one of the words.
 */
class PermutedJourneysTest {

    private static final Duration LONG = Duration.ofDays(10);

    @TempDir
    static Path directory;

    @Test
    void whateverTheOrderTheVisitEndsAndTheSumsAreRight() {
        try (HikariDataSource database = TestPostgres.fresh();
                ConfigurableApplicationContext node = node(database)) {
            List<Journey> journeys = journeys(node);
            Calm calm = new Calm(node.getBean(EventProcessingConfiguration.class), node.getBean(EventStore.class));
            walk(journeys, calm);
            Map<String, List<Object>> told = told(node.getBean(EventStore.class));
            List<Outcome> outcomes = journeys.stream()
                    .map(j -> new Outcome(j, told.getOrDefault(j.visit, List.of())))
                    .toList();
            assertThat(outcomes.stream().flatMap(o -> o.faults().stream())).isEmpty();
            assertThat(outcomes).extracting(Outcome::ticket).doesNotHaveDuplicates();
            System.out.println("permuted journeys: " + outcomes.size() + ", events of visits: "
                    + told.values().stream().mapToInt(List::size).sum());
        }
    }

    private static void walk(List<Journey> journeys, Calm calm) {
        journeys.forEach(Journey::begin);
        calm.comes();
        int longest =
                journeys.stream().mapToInt(j -> j.course.words().size()).max().orElseThrow();
        for (int step = 0; step < longest; step++) {
            for (Journey journey : journeys) {
                if (step < journey.course.words().size()) {
                    journey.say(journey.course.words().get(step));
                }
            }
            calm.comes();
        }
        // In the end every patience is over, and everybody is served.
        for (Word last : List.of(Word.PATIENCE, Word.SERVED)) {
            journeys.forEach(journey -> journey.say(last));
            calm.comes();
        }
    }

    private static List<Journey> journeys(ConfigurableApplicationContext node) {
        CommandGateway commands = node.getBean(CommandGateway.class);
        Sites sites = node.getBean(Sites.class);
        EligibilityPolicy d = EligibilityPolicy.DEFAULT;
        set(new PatiencePolicy("patience", 2, LONG, LONG), "patience", commands);
        set(
                new EligibilityPolicy(
                        d.name(),
                        2,
                        d.validFor(),
                        LONG,
                        LONG,
                        d.retryWaits(),
                        d.giveUpAfter(),
                        d.decidedBy(),
                        d.eveningBefore()),
                "eligibility",
                commands);
        sites.look();
        Site site = sites.get("main");
        LocalDate day = site.businessDay(node.getBean(Clock.class).instant());
        EventStore history = node.getBean(EventStore.class);
        return Course.all().stream()
                .map(course -> new Journey(course, site, day, commands, history))
                .toList();
    }

    private static void set(Policy policy, String name, CommandGateway commands) {
        commands.sendAndWait(
                GenericCommandMessage.asCommandMessage(new SetPolicy("main", name, Policies.only(policy), null))
                        .andMetaData(Map.of(Facts.ACTOR, "mia", Facts.ROLES, "manager")));
    }

    /** Everything that happened, by visit, in the order of history. */
    private static Map<String, List<Object>> told(EventStore history) {
        Map<String, List<Object>> told = new TreeMap<>();
        long head = Objects.requireNonNull(history.createHeadToken()).position().orElseThrow();
        long seen = -1;
        try (var stream = history.openStream(null)) {
            while (seen < head && stream.hasNextAvailable(5, TimeUnit.SECONDS)) {
                var message = stream.nextAvailable();
                seen = message.trackingToken().position().orElseThrow();
                Object visit = message.getMetaData().get(Facts.CORRELATION_ID);
                if (visit != null) {
                    told.computeIfAbsent(visit.toString(), v -> new ArrayList<>())
                            .add(message.getPayload());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return told;
    }

    private static ConfigurableApplicationContext node(HikariDataSource database) {
        return new SpringApplicationBuilder(CareQueue.class)
                .run(
                        "--carequeue.roles=command",
                        "--carequeue.data=" + directory,
                        "--carequeue.database.url=" + database.getJdbcUrl(),
                        "--carequeue.database.username=" + database.getUsername(),
                        "--carequeue.database.password=" + database.getPassword(),
                        "--carequeue.secret=a-secret-of-the-tests-that-is-long-enough",
                        "--carequeue.demo-password=the-password-of-the-tests",
                        "--carequeue.ehr.url=http://localhost:9/fhir",
                        "--carequeue.payer.connected=true",
                        "--server.port=0",
                        "--management.server.port=0");
    }
}
