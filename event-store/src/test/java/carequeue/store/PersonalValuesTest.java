package carequeue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose key seals a value, and under which tag, follows from the records around it. */
class PersonalValuesTest {

    record Names(
            @PhiField("first") Phi<String> first,
            @PhiField("last") Phi<String> last) {}

    record Met(@PhiSubject String patientId, Names names, List<Names> before, Met companion) {}

    record Nobody(Names names) {}

    record Untagged(@PhiSubject String patientId, Phi<String> name) {}

    private final JsonMapper json = StoredJson.strict(TestKeys.fixed());

    private static Names names(String first, String last) {
        return new Names(Phi.of(first), Phi.of(last));
    }

    private static Met met(String patientId, String last) {
        return new Met(patientId, names("A", last), List.of(names("B", last)), null);
    }

    @Test
    void nestedValuesAreTheOutermostRecordsPatients() throws JsonProcessingException {
        Met two = new Met("ann", names("Ann", "Lee"), List.of(names("Ann", "Roe")), met("bob", "Bar"));

        JsonNode stored = json.readTree(json.writeValueAsString(two));

        assertThat(stored.at("/names/first").asText()).startsWith("p1.YW5u.");
        assertThat(stored.at("/before/0/last").asText()).startsWith("p1.YW5u.");
        assertThat(stored.at("/companion/names/last").asText()).startsWith("p1.Ym9i.");
        assertThat(json.treeToValue(stored, Met.class)).isEqualTo(two);
        JsonNode tree = json.valueToTree(two);
        assertThat(tree).isEqualTo(stored);
    }

    @Test
    void aValueOpensInNoOtherField() {
        ObjectNode stored = json.valueToTree(met("ann", "Lee"));
        ObjectNode names = (ObjectNode) stored.get("names");
        names.set("first", names.get("last"));

        refused(stored, "changed");
    }

    @Test
    void aValueStandsInNoOtherPatientsRecord() {
        ObjectNode ann = json.valueToTree(met("ann", "Lee"));
        ObjectNode bob = json.valueToTree(met("bob", "Bar"));
        ((ObjectNode) bob.get("names")).set("last", ann.at("/names/last"));
        refused(bob, "another patient");

        ObjectNode named = ann.deepCopy();
        named.put("patientId", "bob");
        refused(named, "another patient");
    }

    @Test
    void aChangedValueIsRefused() {
        ObjectNode stored = json.valueToTree(met("ann", "Lee"));
        String last = stored.at("/names/last").asText();
        char other = last.charAt(last.length() - 3) == 'A' ? 'B' : 'A';
        ((ObjectNode) stored.get("names"))
                .put("last", last.substring(0, last.length() - 3) + other + last.substring(last.length() - 2));
        refused(stored, "changed");
    }

    @Test
    void theFormWithoutEncryptionIsRead_neverAgain() {
        ObjectNode stored = json.valueToTree(met("ann", "Lee"));
        ((ObjectNode) stored.get("names")).put("last", "p0.IkxlZSI");
        refused(stored, "not a stored personal value");
    }

    @Test
    void withoutPatientOrTagNothingIsWritten() {
        assertThatThrownBy(() -> json.writeValueAsString(new Nobody(names("Ann", "Lee"))))
                .hasMessageContaining("@PhiSubject");
        assertThatThrownBy(() -> json.writeValueAsString(met(null, "Lee"))).hasMessageContaining("@PhiSubject");
        assertThatThrownBy(() -> json.writeValueAsString(new Untagged("ann", Phi.of("Lee"))))
                .hasMessageContaining("@PhiField");
        assertThatThrownBy(() -> StoredJson.strict().writeValueAsString(met("ann", "Lee")))
                .hasMessageContaining("no key");
    }

    private void refused(JsonNode stored, String why) {
        assertThatThrownBy(() -> json.treeToValue(stored, Met.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("Lee");
    }
}
