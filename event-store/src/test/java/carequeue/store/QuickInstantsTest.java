package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickInstantsTest {

    private final JsonMapper json = StoredJson.strict();

    @Test
    void readsEveryInstantAsTheJdkWritesIt() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int[] precision = {1, 1_000, 1_000_000, 1_000_000_000};
            int nanos = random.nextInt(1_000_000_000);
            Instant instant = Instant.ofEpochSecond(
                    random.nextLong(-30_000_000_000L, 200_000_000_000L), nanos - nanos % precision[i % 4]);
            assertThat(read(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29T23:59:59Z", "2026-11-30T00:00:00.5Z", "2026-11-23T10:00:00+02:00"})
    void readsOtherFormsAsTheJdkDoes(String text) throws Exception {
        assertThat(read(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-11-23T25:00:00Z",
                "2026-11-23T10:61:00Z",
                "2026-11-23 10:00:00Z",
                "2026-11-23T10:00:00.1234567890Z",
                "20261123T100000Z",
                "x"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonProcessingException.class);
    }

    private Instant read(String text) throws JsonProcessingException {
        return json.readValue("\"" + text + "\"", Instant.class);
    }
}
