package carequeue.store.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.store.TestPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys above the patients' change; what was sealed before stays readable, and a master key that is away stops nobody who is known. */
class KeyRotationTest {

    private final HikariDataSource pool = TestPostgres.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);
    private final KeysBench.HandClock clock = new KeysBench.HandClock();
    private final KeysBench.MasterInHand first = new KeysBench.MasterInHand();
    private final KeysBench.MasterInHand second = new KeysBench.MasterInHand();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void aNewMasterKeyTakesOver_andTheOldOneCanGo() {
        String before;
        try (KeysBench node = node(MasterKeys.of("first", first))) {
            before = node.seal("ann", "Lee");
        }
        assertThatThrownBy(() -> node(MasterKeys.of("second", second)))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("The master key first");
        String after;
        try (KeysBench node = node(MasterKeys.of("second", second).andFormer("first", first))) {
            assertThat(node.open(before)).isEqualTo("Lee");
            after = node.seal("bob", "Bar");
            assertThat(node.rotation.toCurrentMaster()).isEqualTo(1);
            assertThat(node.rotation.toCurrentMaster()).isZero();
        }
        try (KeysBench node = node(MasterKeys.of("second", second))) {
            assertThat(node.open(before)).isEqualTo("Lee");
            assertThat(node.open(after)).isEqualTo("Bar");
            assertThat(node.open(node.seal("ann", "Roe"))).isEqualTo("Roe");
        }
    }

    @Test
    void aMasterKeyOfTheSameNameThatIsAnotherIsRefused() {
        node(MasterKeys.of("first", first)).close();
        assertThatThrownBy(() -> node(MasterKeys.of("first", second)))
                .isInstanceOf(KeysUnavailable.class)
                .hasMessageContaining("not the one of this database");
    }

    @Test
    void everyMonthHasAnEpoch_andOldOnesAreRead() {
        try (KeysBench node = node(MasterKeys.of("first", first))) {
            String november = node.seal("ann", "Lee");
            clock.now = Instant.parse("2026-12-01T00:00:00Z");
            String december = node.seal("bob", "Bar");
            assertThat(epochOf("ann")).isLessThan(epochOf("bob"));
            node.keys.forgetAll();
            assertThat(node.open(november)).isEqualTo("Lee");
            assertThat(node.open(december)).isEqualTo("Bar");
        }
    }

    @Test
    void anEpochIsRetired_andEverythingStillReads() {
        try (KeysBench node = node(MasterKeys.of("first", first));
                KeysBench other = node(MasterKeys.of("first", first))) {
            String before = node.seal("ann", "Lee");
            long old = epochOf("ann");
            assertThatThrownBy(() -> node.rotation.retireEpoch(old)).isInstanceOf(IllegalArgumentException.class);

            long next = node.rotation.openEpoch();
            assertThat(node.rotation.retireEpoch(old)).isEqualTo(1);

            assertThat(epochOf("ann")).isEqualTo(next);
            assertThat(jdbc.queryForObject("select wrapped from key_epoch where epoch = ?", byte[].class, old))
                    .isNull();
            // The other node still has the old epoch in memory; nothing new may be wrapped by it.
            String meanwhile = other.seal("bob", "Bar");
            assertThat(epochOf("bob")).isEqualTo(next);
            node.keys.forgetAll();
            assertThat(node.open(before)).isEqualTo("Lee");
            assertThat(node.open(meanwhile)).isEqualTo("Bar");
        }
    }

    @Test
    void aMasterKeyThatIsAwayStopsOnlyTheStart() {
        try (KeysBench node = node(MasterKeys.of("first", first))) {
            String sealed = node.seal("ann", "Lee");
            first.away = true;
            node.keys.forgetAll();
            assertThat(node.open(sealed)).isEqualTo("Lee");
            clock.now = Instant.parse("2026-12-01T00:00:00Z");
            assertThat(node.open(node.seal("bob", "Bar"))).isEqualTo("Bar");
            assertThat(epochOf("bob")).isEqualTo(epochOf("ann"));
            assertThatThrownBy(() -> node(MasterKeys.of("first", first))).isInstanceOf(KeysUnavailable.class);

            first.away = false;
            clock.now = Instant.parse("2026-12-01T00:02:00Z");
            node.seal("cid", "Fox");
            assertThat(epochOf("cid")).isGreaterThan(epochOf("bob"));
        }
    }

    private KeysBench node(MasterKeys masters) {
        return new KeysBench(pool, masters, clock);
    }

    private long epochOf(String patientId) {
        return jdbc.queryForObject("select epoch from patient_key where patient_id = ?", Long.class, patientId);
    }
}
