package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was used of late is remembered, and memory has an end. */
class RememberedTest {

    private final Remembered remembered = new Remembered();

    @Test
    void whatIsPutIsFoundUntilItIsRemoved() {
        remembered.put("a", 1);
        remembered.put("b", 2);

        assertThat(remembered.<String, Integer>get("a")).isEqualTo(1);
        assertThat(remembered.putIfAbsent("a", 3)).isFalse();
        assertThat(remembered.remove("a")).isTrue();
        assertThat(remembered.containsKey("a")).isFalse();
        assertThat(remembered.<String, Integer>get("b")).isEqualTo(2);
        remembered.removeAll();
        assertThat(remembered.containsKey("b")).isFalse();
    }

    @Test
    void whatIsUsedAgainAndAgainOutlivesThousandsThatAreNot() {
        remembered.put("the day's queue", 0);
        for (int i = 0; i < 10_000; i++) {
            remembered.put("visit " + i, i);
            assertThat(remembered.<String, Integer>get("the day's queue")).isZero();
        }

        assertThat(remembered.containsKey("visit 9999")).isTrue();
        assertThat(remembered.containsKey("visit 0")).isFalse();
    }
}
