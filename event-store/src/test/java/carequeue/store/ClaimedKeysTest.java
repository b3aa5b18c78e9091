package carequeue.store;

import static carequeue.store.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Claims;
import carequeue.api.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimedKeysTest {

    private static final int RIVALS = 12;

    private DataSource database;
    private TestStore store;

    @BeforeEach
    void fresh() {
        database = TestPostgres.fresh();
        store = TestStore.on(database);
    }

    @Test
    void aHolderMayTakeItsKeyAgainAndAnotherMayNot() {
        store.append(event("l1", 0, new Lamp.Hung("l1", "north")));

        assertThatCode(() -> store.append(event("l1", 1, new Lamp.Hung("l1", "north"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> store.append(event("l2", 0, new Lamp.Hung("l2", "north"))))
                .isInstanceOfSatisfying(Refused.AlreadyTaken.class, e -> {
                    assertThat(e.kind()).isEqualTo("hook");
                    assertThat(e.holder()).isEqualTo("l1");
                });
        assertThat(store.after(0)).hasSize(2);
    }

    @Test
    void aFreedKeyCanBeTakenByAnother() {
        store.append(event("l1", 0, new Lamp.Hung("l1", "north")), event("l1", 1, new Lamp.TakenDown("l1")));
        store.append(event("l2", 0, new Lamp.Hung("l2", "north")));

        assertThat(holder("north")).isEqualTo("l2");
    }

    @Test
    void ofManyAtOnceOneTakesIt() throws Exception {
        CyclicBarrier together = new CyclicBarrier(RIVALS);
        ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
        List<Future<String>> outcomes = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            String lamp = "l" + i;
            outcomes.add(threads.submit(() -> {
                together.await();
                return outcome(lamp);
            }));
        }
        List<String> holders = new ArrayList<>();
        for (Future<String> outcome : outcomes) {
            holders.add(outcome.get());
        }
        threads.shutdown();

        assertThat(holders).containsOnly(holder("north"));
        assertThat(store.after(0)).hasSize(1);
    }

    private String outcome(String lamp) {
        try {
            TestStore.on(database).append(event(lamp, 0, new Lamp.Hung(lamp, "north")));
            return lamp;
        } catch (Refused.AlreadyTaken e) {
            return e.holder();
        }
    }

    @Test
    void theDatabaseHoldsTheKeyOnlyAsAHash() {
        store.append(event("l1", 0, new Lamp.Hung("l1", "north")));

        assertThat(store.jdbc().queryForObject("select key_hash from claimed_key", byte[].class))
                .isEqualTo(TestStore.KEY.hash("hook", "town", "north"))
                .isNotEqualTo(TestStore.KEY.hash("hook", "townn", "orth"));
    }

    private String holder(String hook) {
        return new ClaimedKeys(store.jdbc(), TestStore.KEY).handle(new Claims.FindHolder(Lamp.hookKey(hook)));
    }
}
