package carequeue.store;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.store.phi.MasterKeys;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A small application on the store: lamps, a view of those that are lit, and a saga that takes down what was lit. */
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
@Import({StoreConfiguration.class, Lamp.class, TestTown.LampSaga.class, TestTown.LitView.class})
public class TestTown {

    static ConfigurableApplicationContext start(HikariDataSource test) {
        return start(test, Processing.everything());
    }

    static ConfigurableApplicationContext start(HikariDataSource test, Processing processing, String... properties) {
        new JdbcTemplate(test)
                .execute("create table if not exists lit (lamp_id text primary key check (lamp_id <> 'bad'))");
        // Like the application's pool: nothing is committed that no transaction commits.
        HikariConfig config = new HikariConfig();
        config.setDataSource(test);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        HikariDataSource database = new HikariDataSource(config);
        return new SpringApplicationBuilder(TestTown.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("dataSource", database);
                    context.getBeanFactory().registerSingleton("processing", processing);
                })
                .properties("spring.main.banner-mode=off")
                .properties(properties)
                .run();
    }

    @Bean
    StableNames stableNames() {
        return StableNames.of(Lamp.Event.class);
    }

    @Bean
    BlindIndexKey blindIndexKey() {
        return new BlindIndexKey(new byte[32]);
    }

    @Bean
    MasterKeys masterKeys() {
        return TestKeys.master();
    }

    @ProcessingGroup("view.town")
    static class LitView {
        private final JdbcTemplate jdbc;

        LitView(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(Lamp.Toggled event) {
            jdbc.update("insert into lit values (?)", event.lampId());
        }
    }

    @Saga
    @ProcessingGroup("saga.lamp")
    public static class LampSaga {
        /** Made by Axon. */
        public LampSaga() {}

        /** How often the saga is still to stumble before it does its work. */
        static final AtomicInteger STUMBLES = new AtomicInteger();

        @PhiSubject
        private String lampId;

        @PhiField("by")
        private Phi<String> by;

        private transient CommandGateway commands;

        @Autowired
        void with(CommandGateway gateway) {
            this.commands = gateway;
        }

        @StartSaga
        @SagaEventHandler(associationProperty = "lampId")
        void on(Lamp.Toggled event) {
            if (STUMBLES.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IllegalStateException("on purpose");
            }
            lampId = event.lampId();
            by = event.by();
            // In a unit of work and transaction of its own, as the house has it.
            Thread other = new Thread(() -> commands.sendAndWait(new Lamp.TakeDown(lampId)));
            other.start();
            join(other);
        }

        @EndSaga
        @SagaEventHandler(associationProperty = "lampId")
        void on(Lamp.TakenDown event) {
            if (by == null || by.known().isEmpty() || !TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("the saga was not kept");
            }
        }

        private static void join(Thread other) {
            try {
                other.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
