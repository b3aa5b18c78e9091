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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole visits on the real store, with everything that the outside says coming in every order of a bounded set: on time, late, twice, never.
 * After each the visit has ended or waits for something that has a name, nothing was asked twice, there is one ticket, and the sums are right, each payer has
 * one bill, nobody is told twice, and no process waits for what was said. The gate walks every third way of what is booked or billed; {@code -Dcarequeue.long=true} all.
 *
 * <p>All journeys take a step, and the next step begins when every process has come to rest, so that the order is the course's own. No wait ends
 * by the clock: that a patience is over is one of the words.
 */
class PermutedJourneysTest {

    private static final Duration LONG = Duration.ofDays(10);

    @TempDir
    static Path directory;

    @Test
    void whateverTheOrderTheVisitEndsAndTheSumsAreRight() throws InterruptedException {
        try (HikariDataSource database = TestPostgres.fresh();
                ConfigurableApplicationContext node = node(database)) {
            List<Journey> journeys = journeys(node);
            EventStore history = node.getBean(EventStore.class);
            walk(journeys, new Calm(node.getBean(EventProcessingConfiguration.class), history));
            Told told = Told.by(history, JdbcClient.create(database));
            List<Outcome> outcomes = journeys.stream().map(told::of).toList();
            assertThat(outcomes.stream().flatMap(o -> o.faults().stream())).isEmpty();
            assertThat(outcomes.stream().flatMap(o -> o.tickets().stream())).doesNotHaveDuplicates();
            System.out.println("permuted journeys: " + outcomes.size() + ", events of visits: "
                    + outcomes.stream().mapToInt(o -> o.events().size()).sum());
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
        // In the end every patience is over, whose card failed may go on, and everybody is served.
        for (Word last : List.of(Word.PATIENCE, Word.LATER, Word.SERVED)) {
            journeys.stream()
                    .filter(journey -> last != Word.LATER || journey.course.says(Word.DECLINED))
                    .forEach(journey -> journey.say(last));
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
        Instant now = node.getBean(Clock.class).instant();
        Counter counter = new Counter(commands, node.getBean(EventStore.class));
        return Course.all(Boolean.getBoolean("carequeue.long") ? 1 : 3).stream()
                .map(course -> new Journey(course, site, site.businessDay(now), now, counter))
                .toList();
    }

    private static void set(Policy policy, String name, CommandGateway commands) {
        commands.sendAndWait(
                GenericCommandMessage.asCommandMessage(new SetPolicy("main", name, Policies.only(policy), null))
                        .andMetaData(Map.of(Facts.ACTOR, "mia", Facts.ROLES, "manager")));
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
                        "--carequeue.sandbox.enabled=false",
                        "--carequeue.payer.connected=true",
                        "--server.port=0",
                        "--management.server.port=0");
    }
}
