package carequeue.store;

import static carequeue.store.TestStore.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Claims;
import carequeue.api.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
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
    void ofTwoThatWaitForEachOtherCrosswiseOneIsToTryAgain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier both = new CyclicBarrier(2);
        Future<String> one = threads.submit(() -> crosswise(both, "l1", "north", "l2", "south"));
        Future<String> two = threads.submit(() -> crosswise(both, "l3", "south", "l4", "north"));

        assertThat(List.of(one.get(), two.get())).contains("again");
        threads.shutdown();
    }

    private String crosswise(CyclicBarrier both, String lamp, String hook, String otherLamp, String otherHook) {
        TestStore node = TestStore.on(database);
        try {
            node.transaction().executeWithoutResult(status -> {
                node.append(event(lamp, 0, new Lamp.Hung(lamp, hook)));
                meet(both);
                node.append(event(otherLamp, 0, new Lamp.Hung(otherLamp, otherHook)));
            });
            return "done";
        } catch (ConcurrencyException e) {
            return "again";
        } catch (Refused.AlreadyTaken e) {
            return "taken";
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDatabaseHoldsTheKeyOnlyAsAHash() {
        store.append(event("l1", 0, new Lamp.Hung("l1", "north")));

        assertThat(store.jdbc().queryForObject("select key_hash from claimed_key", byte[].class))
                .isEqualTo(TestStore.KEY.hash("hook", "town", "north"))
                .isNotEqualTo(TestStore.KEY.hash("hook", "townn", "orth"));
    }

    @Test
    void aShortSecretIsRefusedAndNoSecretIsPrinted() {
        assertThatThrownBy(() -> new BlindIndexKey(new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThat(TestStore.KEY).hasToString("[secret]");
    }

    private String holder(String hook) {
        return new ClaimedKeys(store.jdbc(), TestStore.KEY).handle(new Claims.FindHolder(Lamp.hookKey(hook)));
    }
}
