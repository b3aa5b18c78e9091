package carequeue.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.app.journey.Caller.Answer;
import org.junit.jupiter.api.Test;

/** A site is set up, changed for later, and worked at, over HTTP and without a restart. */
class SiteSetUpTest extends RunningClinic {

    private static final String NORTH = """
            {"name": "North", "timeZone": "America/Chicago", "services": [{"serviceId": "care", "name": "Care", "prefix": "N"},
             {"serviceId": "lab", "name": "Lab", "prefix": "M"}],
             "servicePoints": [{"id": "room-1", "name": "Room 1", "serviceIds": ["care"]}]}""";

    private Answer north(String siteId) {
        return as("admin").put("/api/sites/" + siteId, NORTH);
    }

    @Test
    void theFirstSiteComesFromTheSettingsAndIsRecordedByTheSystem() {
        Answer main = as("manager").get("/api/sites/main");
        assertThat(main.body().at("/timeZone").asText()).isEqualTo("America/New_York");
        assertThat(main.header("ETag")).matches("\"\\d+\"");
        Answer events = as("auditor").get("/api/audit/events?entity=main&type=site.set-up");
        assertThat(events.body().at("/items/0/actor/id").asText()).isEqualTo("system");
    }

    @Test
    void aNewSiteIsThereAtOnceAndChangesInVersions() {
        Answer created = north("north");
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/sites/north");
        assertThat(as("manager").get("/api/sites").text()).contains("\"north\"");

        Answer renamed = as("admin").put("/api/sites/north", "{\"name\": \"North End\"}", "If-Match", "\"1\"");
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
        Answer north = as("manager").get("/api/sites/north");
        assertThat(north.body().at("/name").asText()).isEqualTo("North End");
        assertThat(north.body().at("/services/1/prefix").asText()).isEqualTo("M");
        assertThat(as("admin")
                        .put("/api/sites/north", "{\"name\": \"X\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        // What was read can be sent back as it is.
        assertThat(as("admin").put("/api/sites/north", north.text()).status()).isEqualTo(200);
    }

    @Test
    void faultsAreNamedByField() {
        Answer zone = as("admin").put("/api/sites/east", NORTH.replace("America/Chicago", "Mars/Olympus"));
        assertThat(zone.status()).isEqualTo(400);
        assertThat(zone.text()).contains("/timeZone");
        Answer prefix = as("admin").put("/api/sites/east", NORTH.replace("\"M\"", "\"N\""));
        assertThat(prefix.status()).isEqualTo(422);
        assertThat(prefix.body().at("/errors/0/pointer").asText()).isEqualTo("/services/1/prefix");
        Answer past =
                as("admin").put("/api/sites/main", "{\"name\": \"M\", \"effectiveFrom\": \"2020-01-01T00:00:00Z\"}");
        assertThat(past.body().at("/errors/0/pointer").asText()).isEqualTo("/effectiveFrom");
        assertThat(as("admin").put("/api/sites/main", "{\"nmae\": \"M\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aServiceWithAnOpenQueueStays() {
        north("south");
        as("manager").post("/api/queues", "{\"siteId\": \"south\", \"serviceId\": \"lab\"}");
        String without = "{\"services\": [{\"serviceId\": \"care\", \"name\": \"Care\", \"prefix\": \"N\"}]}";
        Answer refused = as("admin").put("/api/sites/south", without);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/services").contains("lab");
        String swapped = "{\"name\": \"Care\", \"prefix\": \"Z\"}";
        assertThat(as("admin").put("/api/sites/south/services/care", swapped).status())
                .isEqualTo(200);
        assertThat(as("admin")
                        .put("/api/sites/south/services/xray", "{\"name\": \"X\", \"prefix\": \"M\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPolicyGetsNewValuesInVersions() {
        north("west");
        String path = "/api/sites/west/policies/calling";
        Answer changed = as("manager").put(path, "{\"overtakenAtMost\": 1}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        Answer policy = as("auditor").get(path);
        assertThat(policy.body().at("/overtakenAtMost").asInt()).isEqualTo(1);
        assertThat(policy.body().at("/version").asInt()).isEqualTo(2);
        assertThat(policy.body().at("/versions/0/overtakenAtMost").asInt()).isEqualTo(3);
        Answer planned =
                as("manager").put(path, "{\"overtakenAtMost\": 9, \"effectiveFrom\": \"2099-01-01T00:00:00Z\"}");
        assertThat(planned.status()).isEqualTo(200);
        assertThat(as("auditor").get(path).body().at("/overtakenAtMost").asInt())
                .isEqualTo(1);
        assertThat(as("manager").put(path, "{\"overtakenAtMost\": -1}").text()).contains("/overtakenAtMost");
        assertThat(as("manager").put(path, "{\"overtaken\": 1}").text()).contains("/overtaken");
        assertThat(as("manager")
                        .put(path, "{\"overtakenAtMost\": 2, \"version\": 1}")
                        .status())
                .isEqualTo(412);
        assertThat(as("manager").put("/api/sites/west/policies/none", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void aProviderSignsOnAndOff() {
        north("lake");
        String point = "/api/sites/lake/service-points/room-1";
        assertThat(as("clinician")
                        .post(point + "/sign-on", "{\"providerId\": \"dr-lee\"}")
                        .status())
                .isEqualTo(202);
        assertThat(as("manager")
                        .get("/api/sites/lake")
                        .body()
                        .at("/servicePoints/0/providerId")
                        .asText())
                .isEqualTo("dr-lee");
        assertThat(as("clinician")
                        .post(point + "/sign-on", "{\"providerId\": \"dr-roy\"}")
                        .status())
                .isEqualTo(409);
        assertThat(as("clinician").post(point + "/sign-off", "{}").status()).isEqualTo(202);
        assertThat(as("manager")
                        .get("/api/sites/lake")
                        .body()
                        .at("/servicePoints/0/providerId")
                        .isNull())
                .isTrue();
        assertThat(as("clinician").post(point + "/sign-on", "{}").status()).isEqualTo(400);
    }
}
