package carequeue.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.EventName;
import carequeue.store.StableNames;
import carequeue.store.Unreadable;
import carequeue.store.Upcast;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.junit.jupiter.api.Test;

/** The rule of golden files bites: an older one without its upcaster, or one that no longer fits, is found. */
class GoldenTest {

    @EventName(value = "bell.rung", revision = 2)
    record Rung(String bell, int times) {}

    private static final StableNames NAMES = StableNames.of(Rung.class);
    private static final Golden OLDER = new Golden("bell.rung", 1, "{\"bell\": \"b1\", \"often\": 3}");

    @Test
    void anOlderOneReadsByItsUpcaster() {
        Upcast step = Upcast.changed("bell.rung", 1, e -> e.set("times", e.remove("often")));

        assertThat(OLDER.read(NAMES, step)).containsExactly(new Rung("b1", 3));
        assertThat(OLDER.isToday(NAMES)).isFalse();
        assertThat(new Golden("bell.rung", 2, "{}").isToday(NAMES)).isTrue();
    }

    @Test
    void withoutOneItIsFound() {
        assertThatThrownBy(() -> OLDER.read(NAMES, new EventUpcasterChain())).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> new Golden("bell.cast", 1, "{}").read(NAMES, new EventUpcasterChain()))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void anUpcasterThatForgetsAFieldIsFound() {
        Upcast forgetful = Upcast.changed("bell.rung", 1, e -> e);

        assertThatThrownBy(() -> OLDER.read(NAMES, forgetful)).isInstanceOf(SerializationException.class);
    }
}
