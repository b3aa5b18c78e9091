package carequeue.clinic;

import carequeue.api.Facts;
import carequeue.api.Sealing;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.patient.DeviceEvent;
import carequeue.api.patient.KinEvent;
import carequeue.api.patient.MergeEvent;
import carequeue.api.patient.PatientEvent;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.ReceiptEvent;
import carequeue.api.payment.TillEvent;
import carequeue.api.queue.QueueEvent;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.api.visit.PatientLinks;
import carequeue.api.visit.VisitEvent;
import carequeue.query.QuerySide;
import carequeue.store.BlindIndexKey;
import carequeue.store.StableNames;
import carequeue.store.StoreConfiguration;
import carequeue.store.TestKeys;
import carequeue.store.TestPostgres;
import carequeue.store.phi.MasterKeys;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small application on the query side: history is written straight into the store, doors and pages answer on a free port. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.axonframework.springboot.autoconfig.JpaAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.legacyjpa.JpaJavaxAutoConfiguration",
            "org.axonframework.springboot.autoconfig.legacyjpa.JpaJavaxEventStoreAutoConfiguration",
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration",
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration"
        })
@Import({StoreConfiguration.class, QuerySide.class, TestDoors.class, TestDoors.Refusals.class})
public class TestClinic implements AutoCloseable {

    private ServletWebServerApplicationContext context;
    private HikariDataSource pool;
    private final Map<String, Long> sequences = new HashMap<>();

    /** A clinic on an empty database. */
    public static TestClinic open() {
        return open(TestPostgres.fresh());
    }

    /** A clinic on a given database, as one node of perhaps several. */
    public static TestClinic open(HikariDataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        TestClinic clinic = new TestClinic();
        clinic.pool = new HikariDataSource(config);
        clinic.context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(TestClinic.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("dataSource", clinic.pool))
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn",
                        "--spring.main.log-startup-info=false",
                        "--spring.jpa.hibernate.ddl-auto=validate",
                        "--spring.jpa.open-in-view=false",
                        "--spring.mvc.problemdetails.enabled=true",
                        "--spring.messages.fallback-to-system-locale=false",
                        "--carequeue.sandbox.enabled=true");
        return clinic;
    }

    /** The clinic once more on its database, which goes on where this one ended. */
    public TestClinic again(HikariDataSource database) {
        TestClinic next = open(database);
        next.sequences.putAll(sequences);
        return next;
    }

    /** Something happened; its facts are those of a clinician at the desk, for a visit or none. */
    public void happened(String aggregateId, String visitId, Object event) {
        happened(aggregateId, visitId, null, event);
    }

    /** The same on a business day. */
    public void happened(String aggregateId, String visitId, String day, Object event) {
        Map<String, Object> facts = new HashMap<>(
                Map.of(Facts.ACTOR, "clinician", Facts.ROLES, "clinician", Facts.CHANNEL, "desk", Facts.SITE, "main"));
        if (day != null) {
            facts.put(Facts.BUSINESS_DAY, day);
        }
        if (visitId != null) {
            facts.put(Facts.CORRELATION_ID, visitId);
        }
        long sequence = sequences.merge(aggregateId, 0L, (before, first) -> before + 1);
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> bean(EventStore.class)
                        .publish(new GenericDomainEventMessage<>("Test", aggregateId, sequence, event, facts)));
    }

    /** The head of history. */
    public long head() {
        return bean(JdbcTemplate.class).queryForObject("select coalesce(max(global_index), 0) from event", Long.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String url(String path) {
        return "http://localhost:" + context.getWebServer().getPort() + path;
    }

    // Itself a bean of the context that it holds, it is closed twice, once without one.
    @Override
    public void close() {
        if (context != null) {
            context.close();
            pool.close();
        }
    }

    @Bean
    StableNames stableNames() {
        return StableNames.of(
                QueueEvent.class,
                VisitEvent.class,
                AppointmentEvent.class,
                PatientEvent.class,
                KinEvent.class,
                DeviceEvent.class,
                MergeEvent.class,
                PaymentEvent.class,
                TillEvent.class,
                ReceiptEvent.class,
                EligibilityEvent.class,
                NotificationEvent.class,
                ConflictEvent.class,
                ClaimEvent.class);
    }

    @Bean
    MasterKeys masterKeys() {
        return TestKeys.master();
    }

    @Bean
    BlindIndexKey blindIndexKey() {
        return new BlindIndexKey(new byte[32]);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PatientLinks patientLinks(Sealing sealing, Sites sites) {
        return new PatientLinks(sealing, sites, Clock.systemUTC());
    }

    @Bean
    Sites sites() {
        return new Sites(List.of(site("main"), site("other")));
    }

    private static Site site(String id) {
        return new Site(
                id,
                "Main Street Clinic",
                ZoneId.of("America/New_York"),
                LocalTime.of(3, 0),
                new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
                List.of(
                        new Site.Service("primary-care", "Primary care", "A"),
                        new Site.Service("lab", "Laboratory", "L")),
                List.of(
                        new Site.ServicePoint("room-1", "Room 1", List.of("primary-care"), null),
                        new Site.ServicePoint("lab-1", "Lab 1", List.of("lab"), null)),
                Policies.DEFAULT);
    }
}
