package carequeue.app.journey;

import carequeue.app.CareQueue;
import carequeue.sandbox.Sandbox;
import carequeue.store.TestPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole of CareQueue on a real PostgreSQL, with a sandbox EHR outside; started once for all tests that extend this. */
@SpringBootTest(classes = CareQueue.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(ClosedBeforeItsDatabase.class)
public abstract class RunningClinic {

    protected static final String PASSWORD = "the-password-of-the-tests";

    private static final Path DIRECTORY = directory();
    private static final Sandbox.Running SANDBOX = Sandbox.start(DIRECTORY.resolve("sandbox"), 0);
    private static final HikariDataSource DATABASE = TestPostgres.fresh();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("carequeue.data", () -> DIRECTORY.resolve("data"));
        registry.add("carequeue.database.url", DATABASE::getJdbcUrl);
        registry.add("carequeue.database.username", DATABASE::getUsername);
        registry.add("carequeue.database.password", DATABASE::getPassword);
        registry.add("carequeue.secret", () -> "a-secret-of-the-tests-that-is-long-enough");
        registry.add("carequeue.demo-password", () -> PASSWORD);
        registry.add("carequeue.sandbox.enabled", () -> false);
        registry.add("carequeue.ehr.url", SANDBOX::fhirUrl);
        registry.add("carequeue.payer.url", () -> SANDBOX.url() + "/payer/fhir");
        registry.add("carequeue.payer.token-url", () -> SANDBOX.url() + "/payer/token");
        registry.add("carequeue.payer.client-id", () -> "carequeue");
        registry.add("carequeue.payer.client-secret", () -> "sandbox-payer-secret");
        registry.add("carequeue.payer.provider-name", () -> "CareQueue Demonstration Clinic");
        registry.add("carequeue.payer.provider-npi", () -> "1999999984");
        registry.add("carequeue.pms.url", () -> SANDBOX.url() + "/pms");
        registry.add("carequeue.pms.api-key", () -> "sandbox-pms-key");
        registry.add("carequeue.pms.webhook-secret", () -> "sandbox-pms-secret");
        registry.add("carequeue.pms.sync-every", () -> "5s");
        registry.add("carequeue.stripe.url", () -> SANDBOX.url() + "/stripe");
        registry.add("carequeue.stripe.api-key", () -> "sk_test_sandbox");
        registry.add("carequeue.stripe.webhook-secret", () -> "whsec_sandbox");
        messages(registry);
        claims(registry);
        registry.add("management.server.port", () -> 0);
    }

    private static void messages(DynamicPropertyRegistry registry) {
        registry.add("carequeue.twilio.url", () -> SANDBOX.url() + "/twilio");
        registry.add("carequeue.twilio.account-sid", () -> "ACcafe0000000000000000000000sandbox");
        registry.add("carequeue.twilio.auth-token", () -> "sandbox-twilio-token");
        registry.add("carequeue.twilio.from", () -> "+15005550006");
        registry.add("carequeue.mail.url", () -> "smtp://localhost:" + SANDBOX.mailPort());
        registry.add("carequeue.mail.plain", () -> "true");
        registry.add("carequeue.mail.from", () -> "no-reply@carequeue.example");
        registry.add("carequeue.mail.webhook-secret", () -> "whsec_c2FuZGJveC1tYWlsLXdlYmhvb2s=");
        registry.add("carequeue.messages.sites.main.colour", () -> "#663399");
        registry.add("carequeue.messages.sites.main.address", () -> "1 Main Street, New York");
        registry.add("carequeue.webpush.sandbox", SANDBOX::url);
        registry.add(
                "carequeue.webpush.public-key",
                () -> "BJjtudn4Jr_XkLCf65MLVWfwRxImczEC6yUs4M0qbX1DsqGx2MxAai1JdXyAOX7JYl7aOkxWIjgEOiAXBjnTDM8");
        registry.add("carequeue.webpush.private-key", () -> "u19JCcgCgLuLx5sv5uuILcf-hhktNrm4Fn2ZAKKcdXM");
    }

    private static void claims(DynamicPropertyRegistry registry) {
        registry.add("carequeue.claims.url", () -> SANDBOX.url() + "/clearinghouse");
        registry.add("carequeue.claims.api-key", () -> "Key sandbox-clearinghouse-key");
        registry.add("carequeue.claims.pull-every", () -> "1s");
        registry.add("carequeue.claims.contact.name", () -> "Billing Office");
        registry.add("carequeue.claims.contact.phone", () -> "5550100000");
        registry.add("carequeue.claims.filing-indicator[*]", () -> "CI");
        registry.add("carequeue.claims.clinics.main.name", () -> "Main Street Clinic");
        registry.add("carequeue.claims.clinics.main.tax-id", () -> "000000000");
        registry.add("carequeue.claims.clinics.main.street", () -> "1 Main Street");
        registry.add("carequeue.claims.clinics.main.city", () -> "New York");
        registry.add("carequeue.claims.clinics.main.state", () -> "NY");
        registry.add("carequeue.claims.clinics.main.zip", () -> "100010000");
        registry.add("carequeue.claims.clinics.main.signature-on-file", () -> "true");
        registry.add("carequeue.claims.clinics.main.assignment", () -> "A");
        registry.add("carequeue.claims.clinics.main.benefits-assigned", () -> "Y");
        registry.add("carequeue.claims.clinics.main.release", () -> "Y");
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("carequeue-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the application. */
    protected String origin() {
        return "http://localhost:" + port;
    }

    /** The address of the sandbox. */
    protected static String sandboxUrl() {
        return SANDBOX.url();
    }

    /** The address of its operations. */
    protected String operations() {
        return "http://localhost:" + managementPort;
    }

    /** A caller who is signed in as the embedded user of a role. */
    protected Caller as(String role) {
        return Caller.as(origin(), role, PASSWORD);
    }

    /** What the EHR holds, by a path beneath its FHIR base. */
    protected static JsonNode ehr(String path) {
        return ehrItself().get(path).body();
    }

    /** The EHR, for whoever works there. */
    protected static Caller ehrItself() {
        return Caller.nobody(SANDBOX.fhirUrl());
    }

    /** Changes what the EHR holds, as somebody who works there. */
    protected static Caller.Answer changeEhr(String path, String json) {
        return ehrItself().put(path, json);
    }

    /** The address of the sandbox. */
    protected static String sandbox() {
        return SANDBOX.url();
    }

    /** Deletes something that the EHR holds; also while it answers nobody. */
    protected static void deleteInEhr(String path) {
        Caller.nobody(SANDBOX.url()).delete("/records/" + path);
    }

    /** Loses everything that the EHR tells by itself, or nothing more. */
    protected static void loseNews(boolean all) {
        Caller.nobody(SANDBOX.url())
                .post("/faults", "{\"service\": \"ehr\", \"hooks\": {\"dropRate\": " + (all ? 1 : 0) + "}}");
    }

    /** What the sandbox's clearing-house says of bills, by a path. */
    protected static JsonNode clearingHouse(String path) {
        return Caller.nobody(SANDBOX.url())
                .get(path, "Authorization", "Key sandbox-clearinghouse-key")
                .body();
    }

    /** Breaks or mends a service of the sandbox. */
    protected static void broken(String json) {
        Caller.nobody(SANDBOX.url()).post("/faults", json);
    }

    /** Takes the EHR away, or gives it back. */
    protected static void outage(boolean away) {
        Caller.nobody(SANDBOX.url()).post("/faults", "{\"service\": \"ehr\", \"outage\": " + away + "}");
    }

    /** Makes every answer of the EHR so slow, or as quick as before. */
    protected static void latency(int millis) {
        Caller.nobody(SANDBOX.url()).post("/faults", "{\"service\": \"ehr\", \"latencyMillis\": " + millis + "}");
    }

    /** Breaks the payer as the faults say, such as {@code "outage": true}, or mends it where they say nothing. */
    protected static void payerIs(String faults) {
        String more = faults.isEmpty() ? "" : ", " + faults;
        Caller.nobody(SANDBOX.url()).post("/faults", "{\"service\": \"payer\"" + more + "}");
    }

    /** How often the payer was asked about a member. */
    protected static long askedAbout(String member) {
        String asked = Caller.nobody(SANDBOX.url()).get("/payer/fhir/asked").text();
        return asked.split("\"" + member + "\"", -1).length - 1;
    }
}
