package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** Messages have random identifiers, each its own, whoever makes them at the same time. */
class MessageIdsTest {

    @Test
    void axonTakesThem() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
    }

    @Test
    void eachIsARandomUuid() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        MessageIds source = new MessageIds();

        IntStream.range(0, 20_000).parallel().forEach(i -> ids.add(source.generateIdentifier()));

        assertThat(ids).hasSize(20_000).allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(4);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        });
    }
}
