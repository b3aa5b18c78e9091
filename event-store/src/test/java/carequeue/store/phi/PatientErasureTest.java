package carequeue.store.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import carequeue.store.Announcer;
import carequeue.store.TestPostgres;
import carequeue.store.WakeUps;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An erased patient's values read as erased on every node, and stay so. */
class PatientErasureTest {

    private final HikariDataSource pool = TestPostgres.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    private final MasterKeys masters = MasterKeys.of("first", new KeysBench.MasterInHand());
    private final KeysBench here = new KeysBench(pool, masters, Clock.systemUTC());
    private final KeysBench there = new KeysBench(pool, masters, Clock.systemUTC());
    private final Announcer announcer = new Announcer(pool);
    private final WakeUps wakeUps = new WakeUps(pool);
    private final List<String> heardThere = new CopyOnWriteArrayList<>();
    private PatientErasure erasure;

    @BeforeEach
    void listen() {
        erasure = new PatientErasure(jdbc, here.keys, announcer, new WakeUps(pool));
        new PatientErasure(jdbc, there.keys, announcer, wakeUps).onErased(heardThere::add);
        wakeUps.start();
        await().until(() -> heardThere.contains(""));
    }

    @AfterEach
    void close() {
        wakeUps.stop();
        announcer.close();
        here.close();
        there.close();
        pool.close();
    }

    @Test
    void everyNodeForgets() {
        String sealed = here.seal("ann", "Lee");
        String bob = here.seal("bob", "Bar");
        assertThat(there.open(sealed)).isEqualTo("Lee");

        transaction.executeWithoutResult(status -> erasure.erase("ann"));

        assertThat(here.open(sealed)).isNull();
        await().untilAsserted(() -> assertThat(there.open(sealed)).isNull());
        assertThat(heardThere).contains("ann");
        assertThat(there.open(bob)).isEqualTo("Bar");
        assertThat(jdbc.queryForObject("select wrapped from patient_key where patient_id = 'ann'", byte[].class))
                .isNull();
    }

    @Test
    void whatIsSaidLaterIsStoredAsErased() {
        here.seal("ann", "Lee");
        transaction.executeWithoutResult(status -> {
            erasure.erase("ann");
            erasure.erase("never-seen");
        });
        assertThat(here.seal("ann", "Lee")).isEqualTo("p!");
        assertThat(there.seal("never-seen", "Lee")).isEqualTo("p!");
        assertThat(there.open("p!")).isNull();
    }

    @Test
    void anErasureThatIsRolledBackErasesNothing() {
        String sealed = here.seal("ann", "Lee");
        transaction.executeWithoutResult(status -> {
            erasure.erase("ann");
            status.setRollbackOnly();
        });
        here.keys.forgetAll();
        assertThat(here.open(sealed)).isEqualTo("Lee");
        assertThatThrownBy(() -> erasure.erase("ann")).isInstanceOf(IllegalStateException.class);
    }
}
