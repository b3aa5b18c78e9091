package carequeue.store.phi;

import carequeue.api.Sealing;
import carequeue.store.Announcer;
import carequeue.store.BlindIndexKey;
import carequeue.store.WakeUps;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the keys of personal values; the application gives {@link MasterKeys}, and a {@code Clock} where it is not the system's. */
@Configuration(proxyBeanMethods = false)
public class PhiConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PhiConfiguration.class);

    @Bean(destroyMethod = "close")
    KeyDatabase keyDatabase(DataSource dataSource) {
        return new KeyDatabase(dataSource);
    }

    // Its tables must have been made.
    @Bean
    @DependsOnDatabaseInitialization
    KeyEpochs keyEpochs(KeyDatabase database, MasterKeys masters, ObjectProvider<Clock> clock) {
        KeyEpochs epochs = new KeyEpochs(database, masters, clock.getIfAvailable(Clock::systemUTC));
        epochs.warm();
        return epochs;
    }

    @Bean
    KeyRotation keyRotation(KeyDatabase database, KeyEpochs epochs, MasterKeys masters) {
        KeyRotation rotation = new KeyRotation(database, epochs, masters);
        int moved = rotation.toCurrentMaster();
        if (moved > 0) {
            LOG.info("{} key epochs are now wrapped by the master key {}.", moved, masters.current());
        }
        return rotation;
    }

    @Bean
    PatientKeys patientKeys(KeyDatabase database, KeyEpochs epochs) {
        return new PatientKeys(database, epochs);
    }

    @Bean
    Sealing sealing(PatientKeys keys, BlindIndexKey secret) {
        return new Sealing(keys::seal, keys::column, keys::open, secret::hash);
    }

    @Bean
    PatientErasure patientErasure(DataSource dataSource, PatientKeys keys, Announcer announcer, WakeUps wakeUps) {
        return new PatientErasure(new JdbcTemplate(dataSource), keys, announcer, wakeUps);
    }
}
