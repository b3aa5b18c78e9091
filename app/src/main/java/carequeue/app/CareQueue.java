package carequeue.app;

import carequeue.adapter.IntegrationSide;
import carequeue.adapter.secrets.SecretsAtWork;
import carequeue.adapter.secrets.SecretsConfiguration;
import carequeue.app.clinic.ClinicConfiguration;
import carequeue.app.operations.OperationsConfiguration;
import carequeue.app.phi.KeyDoor;
import carequeue.app.phi.MasterConfiguration;
import carequeue.app.postgres.DatabaseConfiguration;
import carequeue.app.sandbox.SandboxConfiguration;
import carequeue.app.security.SecurityConfiguration;
import carequeue.app.start.StartConfiguration;
import carequeue.app.web.WebConfiguration;
import carequeue.command.CommandSide;
import carequeue.query.QuerySide;
import carequeue.store.StoreConfiguration;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaAutoConfiguration;
import org.axonframework.springboot.autoconfig.JpaEventStoreAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The front door: starts CareQueue with the roles it is given. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            JpaAutoConfiguration.class,
            JpaEventStoreAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            AxonDbSchedulerAutoConfiguration.class,
            AxonTimeoutAutoConfiguration.class,
            UpdateCheckerAutoConfiguration.class
        },
        excludeName = {
            "org.axonframework.springboot.autoconfig.legacyjpa.JpaJavaxAutoConfiguration",
            "org.axonframework.springboot.autoconfig.legacyjpa.JpaJavaxEventStoreAutoConfiguration"
        })
@Import({
    SecretsConfiguration.class,
    SecretsAtWork.class,
    StartConfiguration.class,
    DatabaseConfiguration.class,
    SandboxConfiguration.class,
    SecurityConfiguration.class,
    WebConfiguration.class,
    OperationsConfiguration.class,
    ClinicConfiguration.class,
    HistoryConfiguration.class,
    KeyDoor.class,
    MasterConfiguration.class,
    StoreConfiguration.class,
    CommandSide.class,
    QuerySide.class,
    IntegrationSide.class
})
public class CareQueue {

    /** Starts the application; settings come from the environment and the command line. */
    public static void main(String[] args) {
        SpringApplication.run(CareQueue.class, args);
    }
}
