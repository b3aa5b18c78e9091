package carequeue.adapter.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.filter.jose.PartnerKeys;
import carequeue.adapter.filter.jose.PartnerSettings;
import carequeue.adapter.outbox.OutboxBench;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** What may cross the border crosses it, the rest stays, and a row without any value says which was which. */
class FilterTest {

    private final OutboxBench bench = new OutboxBench();

    @AfterEach
    void stop() {
        bench.close();
    }

    private Filter filter(Map<String, String> keys) {
        return new Filter(
                new FilterRules(new ClassPathResource("filter/rules.json"), new ObjectMapper()),
                new PartnerKeys(new PartnerSettings(keys)),
                new Transformations(bench.jdbc, bench.transaction));
    }

    private Map<String, Object> row() {
        return bench.jdbc
                .sql("select rule, version, service, direction, purpose, patient_id, array_to_string(kept, ',') as"
                        + " kept, array_to_string(masked, ',') as masked, array_to_string(encrypted, ',') as"
                        + " encrypted, array_to_string(dropped, ',') as dropped from transformation order by id"
                        + " desc limit 1")
                .query()
                .singleRow();
    }

    @Test
    void aFieldThatNoRuleNamesStaysHere() {
        var crossing =
                filter(Map.of()).apply(Purpose.PMS_PUSH, "p1", Map.of("status", "checked-in", "diagnosis", "J45.909"));
        assertThat(crossing).isEqualTo(Map.of("status", "checked-in"));
        assertThat(row())
                .containsEntry("patient_id", "p1")
                .containsEntry("kept", "status")
                .containsEntry("dropped", "diagnosis")
                .containsEntry("direction", "out")
                .containsEntry("version", 1);
    }

    @Test
    void aMaskLetsOnlyAPartGo() {
        var crossing = filter(Map.of())
                .apply(Purpose.PAYMENT, null, Map.of("paymentId", "1", "phone", "+15551234567", "lastName", "Smith"));
        assertThat(crossing).isEqualTo(Map.of("paymentId", "1", "phone", "****4567"));
        assertThat(row()).containsEntry("masked", "phone").containsEntry("dropped", "lastName");
        assertThat(Treatment.LAST_FOUR.mask("1234567")).isEqualTo("****");
        assertThat(Treatment.INITIAL.mask("Åsa")).isEqualTo("Å.");
        assertThat(Treatment.YEAR.mask("1980-02-03")).isEqualTo("1980");
        assertThat(Treatment.YEAR.mask("03.02.1980")).isEmpty();
    }

    @Test
    void aPartnerWithAKeyAloneReadsAMarkedField() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("pms-1").generate();
        var fields = new LinkedHashMap<String, Object>(Map.of("patientId", "pat-17"));
        fields.put("queuePosition", null);
        var crossing = filter(Map.of("pms", key.toPublicJWK().toJSONString())).apply(Purpose.PMS_PUSH, "p1", fields);

        assertThat(crossing).containsOnlyKeys("patientId");
        JWEObject sealed = JWEObject.parse((String) crossing.get("patientId"));
        assertThat(sealed.getHeader().getKeyID()).isEqualTo("pms-1");
        sealed.decrypt(new RSADecrypter(key));
        assertThat(sealed.getPayload()).hasToString("pat-17");
        assertThat(row()).containsEntry("encrypted", "patientId").containsEntry("kept", "");
    }

    @Test
    void aKeyThatIsNoPublicKeyIsRefusedWithoutRepeatingIt() throws Exception {
        String secret = new RSAKeyGenerator(2048).generate().toJSONString();
        assertThatThrownBy(() -> filter(Map.of("pms", secret)))
                .hasMessageContaining("carequeue.filter.keys.pms")
                .hasMessageNotContaining(secret);
    }

    @Test
    void withoutItsRowNothingLeaves() {
        bench.sql("drop table transformation");
        assertThatThrownBy(() -> filter(Map.of()).apply(Purpose.SMS, "p1", Map.of("to", "+15551234567")))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyPurposeHasARule(Purpose purpose) {
        FilterRule rule = new FilterRules(new ClassPathResource("filter/rules.json"), new ObjectMapper()).of(purpose);
        assertThat(rule.direction()).isIn("in", "out");
        assertThat(rule.basis()).isIn("treatment", "payment", "operations");
        assertThat(rule.service()).isNotBlank();
        assertThat(rule.fields()).isNotEmpty();
    }

    @Test
    void aPurposeWithoutARuleEndsTheStart() {
        var empty = new ByteArrayResource("{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new FilterRules(empty, new ObjectMapper())).hasMessageContaining("ehr-read");
    }
}
