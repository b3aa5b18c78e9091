package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Channel;
import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Name(String family, List<String> given) {}

    record Person(
            @PhiSubject String patientId,
            @PhiField("name") Phi<Name> name,
            @PhiField("birthDate") Phi<LocalDate> birthDate,
            @PhiField("phones") List<Phi<String>> phones,
            Channel channel,
            Instant at,
            Money owed) {}

    private static final Person ADA = new Person(
            "ada",
            Phi.of(new Name("Lovelace", List.of("Ada", "King"))),
            Phi.of(LocalDate.of(1815, 12, 10)),
            List.of(Phi.of("+15550100"), new Phi.Erased<>()),
            Channel.KIOSK,
            Instant.parse("2026-11-23T10:00:00.123456Z"),
            new Money(2500, "USD"));

    private final JsonMapper stored = StoredJson.tolerant(TestKeys.fixed());
    private final JsonMapper api =
            JsonMapper.builder().findAndAddModules().addModule(new ApiJson()).build();

    @Test
    void storedFormSealsPersonalValuesAndReadsThemBack() throws JsonProcessingException {
        String json = stored.writeValueAsString(ADA);

        assertThat(json)
                .doesNotContain("Lovelace", "1815", "+15550100")
                .contains("\"p1.", "\"p!\"", "\"channel\":\"kiosk\"", "\"at\":\"2026-11-23T10:00:00.123456Z\"");
        assertThat(stored.readValue(json, Person.class)).isEqualTo(ADA);
    }

    @Test
    void apiFormShowsPersonalValuesAsTheyAre() throws JsonProcessingException {
        String json = api.writeValueAsString(ADA);

        assertThat(json)
                .contains("\"name\":{\"family\":\"Lovelace\",\"given\":[\"Ada\",\"King\"]}")
                .contains("\"birthDate\":\"1815-12-10\"", "\"phones\":[\"+15550100\",null]", "\"channel\":\"kiosk\"")
                .contains("\"owed\":{\"amount\":2500,\"currency\":\"USD\"}");
        Person read = api.readValue(json, Person.class);
        assertThat(read.name()).isEqualTo(ADA.name());
        assertThat(read.birthDate()).isEqualTo(ADA.birthDate());
        assertThat(read.phones().get(0)).isEqualTo(Phi.of("+15550100"));
        assertThat(read.channel()).isEqualTo(Channel.KIOSK);
    }

    @Test
    void nothingStaysNothing() throws JsonProcessingException {
        Person nobody = new Person(null, null, null, null, null, null, null);

        assertThat(stored.readValue(stored.writeValueAsString(nobody), Person.class))
                .isEqualTo(nobody);
        assertThat(api.readValue("{\"name\":null}", Person.class)).isEqualTo(nobody);
    }

    @Test
    void unknownFieldsAreRefusedByTheContractOnly() throws JsonProcessingException {
        assertThat(stored.readValue("{\"amount\":1,\"colour\":\"red\"}", Money.class))
                .isEqualTo(new Money(1, null));
        assertThatThrownBy(() -> StoredJson.strict().readValue("{\"amount\":1,\"colour\":\"red\"}", Money.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void whatIsNoStoredPersonalValueIsRefusedWithoutSayingIt() {
        assertThatThrownBy(() -> stored.readValue("{\"name\":\"Lovelace\"}", Person.class))
                .isInstanceOf(JsonProcessingException.class)
                .satisfies(e -> assertThat(((JsonProcessingException) e).getOriginalMessage())
                        .doesNotContain("Lovelace"));
    }
}
