package carequeue.adapter.secrets;

import carequeue.api.Sealing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is done about secrets while CareQueue runs, once there is a database. */
@Configuration(proxyBeanMethods = false)
public class SecretsAtWork {

    @Bean
    SecretAges secretAges(Secrets secrets, SecretSettings settings, Clock clock) {
        return new SecretAges(secrets, settings, clock);
    }

    @Bean
    SecretClock secretClock(
            Secrets secrets,
            SecretSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Sealing sealing) {
        return new SecretClock(
                secrets, new SecretRows(jdbc, transaction, sealing, settings.maxAge()), settings.every());
    }
}
