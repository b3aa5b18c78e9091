package carequeue.store.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A patient's own key: made once, whoever comes first, kept before it is used, and never mistaken for one that was destroyed. */
class PatientKeysTest {

    private final HikariDataSource pool = TestPostgres.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final KeysBench.HandClock clock = new KeysBench.HandClock();
    private final KeysBench.MasterInHand master = new KeysBench.MasterInHand();
    private final MasterKeys masters = MasterKeys.of("first", master);
    private final KeysBench here = new KeysBench(pool, masters, clock);
    private final KeysBench there = new KeysBench(pool, masters, clock);

    @AfterEach
    void close() {
        here.close();
        there.close();
        pool.close();
    }

    @Test
    void whatOneNodeSealsAnotherOpens() {
        String sealed = here.seal("ann", "Lee");
        assertThat(sealed).startsWith("p1.").doesNotContain("Lee");
        assertThat(here.seal("ann", "Lee")).isNotEqualTo(sealed);
        assertThat(there.open(sealed)).isEqualTo("Lee");
        assertThatThrownBy(() -> there.keys.open("other", sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nodesThatMeetMakeOneKey() {
        CyclicBarrier start = new CyclicBarrier(8);
        for (int round = 0; round < 20; round++) {
            String patient = "patient-" + round;
            List<CompletableFuture<String>> sealed = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                meet(start);
                                return (i % 2 == 0 ? here : there).seal(patient, "Lee");
                            },
                            task -> new Thread(task).start()))
                    .toList();
            Set<String> ids = sealed.stream().map(s -> s.join().split("\\.")[1]).collect(Collectors.toSet());
            assertThat(ids).hasSize(1);
        }
        assertThat(count("patient_key")).isEqualTo(20);
        assertThat(count("key_epoch")).isEqualTo(1);
    }

    @Test
    void aKeyOutlivesTheTransactionThatFirstNeededIt() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        String sealed = transaction.execute(status -> {
            jdbc.queryForObject("select 1", Integer.class);
            String s = here.seal("ann", "Lee");
            status.setRollbackOnly();
            return s;
        });
        assertThat(there.open(sealed)).isEqualTo("Lee");
    }

    @Test
    void aMissingKeyIsNoErasedOne() {
        String sealed = here.seal("ann", "Lee");
        jdbc.update("delete from patient_key");
        assertThatThrownBy(() -> there.open(sealed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void aKeyThatWasMovedToAnotherPatientOpensNothing() {
        String ann = here.seal("ann", "Lee");
        here.seal("bob", "Bar");
        jdbc.update("update patient_key set wrapped = (select wrapped from patient_key where patient_id = 'bob')"
                + " where patient_id = 'ann'");
        assertThatThrownBy(() -> there.open(ann))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was changed");
    }

    @Test
    void theDatabaseHoldsNoKeyInTheClear() {
        here.seal("ann", "Lee");
        byte[] wrapped = jdbc.queryForObject("select wrapped from patient_key", byte[].class);
        assertThat(wrapped).hasSize(32 + 28);
        assertThat(jdbc.queryForObject("select wrapped from key_epoch", byte[].class))
                .hasSize(32 + 28);
    }

    @Test
    void aKnownPatientCostsNoQuestion() {
        String sealed = here.seal("ann", "Lee");
        here.open(sealed);
        int asked = master.asked.get();
        jdbc.execute("alter table patient_key rename to gone");
        assertThat(here.open(here.seal("ann", "Roe"))).isEqualTo("Roe");
        assertThat(master.asked.get()).isEqualTo(asked);
        assertThatThrownBy(() -> there.seal("ann", "Roe")).isInstanceOf(KeysUnavailable.class);
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
