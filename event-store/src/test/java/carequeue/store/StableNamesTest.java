package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.EventName;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

class StableNamesTest {

    sealed interface Family permits Child, Family.Inner {
        sealed interface Inner extends Family permits Grandchild {}
    }

    @EventName("family.child")
    record Child() implements Family {}

    @EventName(value = "family.grandchild", revision = 3)
    record Grandchild() implements Family.Inner {}

    @EventName("family.child")
    record Impostor() {}

    record Nameless() {}

    @Test
    void aFamilyIsReadToItsLastMember() {
        StableNames names = StableNames.of(Family.class);

        assertThat(names.all()).containsExactly("family.child", "family.grandchild");
        assertThat(names.classOf("family.grandchild")).contains(Grandchild.class);
        assertThat(names.nameOf(Grandchild.class))
                .hasValueSatisfying(n -> assertThat(n.revision()).isEqualTo(3));
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        assertThatThrownBy(() -> StableNames.of(Family.class, Impostor.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("family.child")
                .hasMessageContaining("Impostor");
    }

    @Test
    void anEventWithoutANameIsRefused() {
        assertThatThrownBy(() -> StableNames.of(Nameless.class)).hasMessageContaining("Nameless has no @EventName");
        assertThatThrownBy(() -> StableNames.of(Runnable.class)).hasMessageContaining("neither sealed nor an event");
    }

    @Test
    void theSerializerWritesNamesForEventsAndClassesForTheRest() {
        StableSerializer serializer = new StableSerializer(StableNames.of(Family.class));

        assertThat(serializer.typeForClass(Grandchild.class))
                .isEqualTo(new SimpleSerializedType("family.grandchild", "3"));
        assertThat(serializer.classForType(new SimpleSerializedType("family.grandchild", "3")))
                .isEqualTo(Grandchild.class);
        assertThat(serializer.typeForClass(Nameless.class).getName()).isEqualTo(Nameless.class.getName());
    }
}
