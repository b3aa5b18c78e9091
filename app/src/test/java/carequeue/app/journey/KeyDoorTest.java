package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** An admin retires an epoch of patients' keys; what was sealed under it stays readable. */
class KeyDoorTest extends RunningClinic {

    @Test
    void anOldEpochIsRetiredAndItsPatientsStayReadable() {
        Answer in = as("front-desk").post("/api/check-ins", """
            {"siteId": "main", "channel": "desk", "walkIn": {"serviceId": "lab", "reason": "blood",
             "patient": {"firstName": "Ilse", "lastName": "Keyes", "birthDate": "1961-02-03", "phone": "+12125550177"}}}\
            """);
        assertThat(in.status()).as(in.text()).isEqualTo(201);
        long old = newest();

        assertThat(retire(old, "yearly").status()).isEqualTo(422);
        Answer begun = as("admin").post("/api/admin/keys/epochs", "{}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(newest()).isEqualTo(begun.body().path("epoch").asLong()).isGreaterThan(old);

        Answer retired = retire(old, "yearly");
        assertThat(retired.status()).as(retired.text()).isEqualTo(200);
        assertThat(retired.body().path("moved").asInt()).isPositive();
        assertThat(retire(old, "yearly").status()).isEqualTo(409);
        assertThat(as("front-desk").post("/api/queries/patients", """
            {"name": "Keyes", "birthDate": "1961-02-03"}\
            """).text()).contains("Ilse");
    }

    @Test
    void aReasonAndAKnownEpochAreNeeded() {
        assertThat(retire(newest(), " ").status()).isEqualTo(422);
        assertThat(retire(987654, "yearly").status()).isEqualTo(404);
        assertThat(as("admin")
                        .post("/api/admin/keys/epochs/x/retire", "{\"reason\": \"y\"}")
                        .status())
                .isEqualTo(404);
    }

    private Answer retire(long epoch, String reason) {
        return as("admin").post("/api/admin/keys/epochs/" + epoch + "/retire", "{\"reason\": \"" + reason + "\"}");
    }

    private long newest() {
        JsonNode items = as("admin").get("/api/admin/keys/epochs").body().path("items");
        return items.get(items.size() - 1).path("epoch").asLong();
    }
}
