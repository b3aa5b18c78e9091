package carequeue.app.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets the sandbox stand in for every outside service that is not given, and tells the adapters its address. */
public final class SandboxAddress implements EnvironmentPostProcessor {

    /** The services for which the sandbox stands in on this node, separated by commas. */
    public static final String STANDS_IN_FOR = "carequeue.sandbox.stands-in-for";

    private static final StandIn STRIPE = new StandIn(
            "Stripe",
            "carequeue.stripe.api-key",
            Map.of(
                    "carequeue.stripe.url", "*/stripe",
                    "carequeue.stripe.api-key", "sk_test_sandbox",
                    "carequeue.stripe.webhook-secret", "whsec_sandbox"));

    private static final StandIn MAIL = new StandIn(
            "mail server",
            "carequeue.mail.url",
            Map.of(
                    "carequeue.mail.url", "smtp://localhost:#",
                    "carequeue.mail.plain", "true",
                    "carequeue.mail.from", "no-reply@carequeue.example",
                    "carequeue.mail.webhook-secret", "whsec_c2FuZGJveC1tYWlsLXdlYmhvb2s="));

    private static final StandIn PAYER = new StandIn(
            "payer",
            "carequeue.payer.url",
            Map.of(
                    "carequeue.payer.url", "*/payer/fhir",
                    "carequeue.payer.token-url", "*/payer/token",
                    "carequeue.payer.client-id", "carequeue",
                    "carequeue.payer.client-secret", "sandbox-payer-secret",
                    "carequeue.payer.provider-name", "CareQueue Demonstration Clinic",
                    "carequeue.payer.provider-npi", "1999999984"));

    private static final StandIn PMS = new StandIn(
            "PMS",
            "carequeue.pms.url",
            Map.of(
                    "carequeue.pms.url", "*/pms",
                    "carequeue.pms.api-key", "sandbox-pms-key",
                    "carequeue.pms.webhook-secret", "sandbox-pms-secret",
                    "carequeue.pms.webhook-url", "http://localhost:${server.port:8080}/webhooks/pms"));

    // What a clinic is to payers is made up here as the payers are.
    private static final StandIn CLAIMS = new StandIn(
            "claims",
            "carequeue.claims.url",
            Map.ofEntries(
                    Map.entry("carequeue.claims.url", "*/clearinghouse"),
                    Map.entry("carequeue.claims.api-key", "Key sandbox-clearinghouse-key"),
                    Map.entry("carequeue.claims.pull-every", "10s"),
                    Map.entry("carequeue.claims.contact.name", "Billing Office"),
                    Map.entry("carequeue.claims.contact.phone", "5550100000"),
                    Map.entry("carequeue.claims.filing-indicator[*]", "CI"),
                    Map.entry("carequeue.claims.clinics.main.name", "Main Street Clinic"),
                    Map.entry("carequeue.claims.clinics.main.tax-id", "000000000"),
                    Map.entry("carequeue.claims.clinics.main.street", "1 Main Street"),
                    Map.entry("carequeue.claims.clinics.main.city", "New York"),
                    Map.entry("carequeue.claims.clinics.main.state", "NY"),
                    Map.entry("carequeue.claims.clinics.main.zip", "100010000"),
                    Map.entry("carequeue.claims.clinics.main.signature-on-file", "true"),
                    Map.entry("carequeue.claims.clinics.main.assignment", "A"),
                    Map.entry("carequeue.claims.clinics.main.benefits-assigned", "Y"),
                    Map.entry("carequeue.claims.clinics.main.release", "Y")));

    private static final StandIn PUSH = new StandIn(
            "push service",
            "carequeue.webpush.private-key",
            Map.of(
                    "carequeue.webpush.sandbox", "*",
                    "carequeue.webpush.public-key",
                            "BJjtudn4Jr_XkLCf65MLVWfwRxImczEC6yUs4M0qbX1DsqGx2MxAai1JdXyAOX7JYl7aOkxWIjgEOiAXBjnTDM8",
                    "carequeue.webpush.private-key", "u19JCcgCgLuLx5sv5uuILcf-hhktNrm4Fn2ZAKKcdXM"));

    // In each value, * is the sandbox's address and # the port behind its own; nothing here is secret.
    private static final List<StandIn> SERVICES = List.of(
            new StandIn("EHR", "carequeue.ehr.url", Map.of("carequeue.ehr.url", "*/fhir")),
            new StandIn(
                    "Twilio",
                    "carequeue.twilio.account-sid",
                    Map.of(
                            "carequeue.twilio.url", "*/twilio",
                            "carequeue.twilio.account-sid", "ACcafe0000000000000000000000sandbox",
                            "carequeue.twilio.auth-token", "sandbox-twilio-token",
                            "carequeue.twilio.from", "+15005550006")),
            MAIL,
            PUSH,
            PMS,
            STRIPE,
            PAYER,
            CLAIMS);

    /**
     * How the sandbox stands in for one service.
     *
     * @param given the setting that says that there is a real one
     * @param settings what the adapter is told otherwise
     */
    private record StandIn(String name, String given, Map<String, String> settings) {
        Map<String, String> on(int port) {
            Map<String, String> told = new TreeMap<>();
            settings.forEach((name, value) -> told.put(
                    name, value.replace("*", "http://localhost:" + port).replace("#", Integer.toString(port + 1))));
            return told;
        }
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        List<StandIn> missing = SERVICES.stream()
                .filter(service -> environment.getProperty(service.given(), "").isBlank())
                .toList();
        boolean enabled = environment.getProperty("carequeue.sandbox.enabled", Boolean.class, !missing.isEmpty());
        int port = environment.getProperty("carequeue.sandbox.port", Integer.class, 8090);
        Map<String, Object> settings = new HashMap<>();
        settings.put("carequeue.sandbox.enabled", enabled);
        if (enabled) {
            missing.forEach(service -> settings.putAll(service.on(port)));
            settings.put(
                    STANDS_IN_FOR,
                    String.join(", ", missing.stream().map(StandIn::name).toList()));
        }
        // First of all sources: an empty CAREQUEUE_EHR_URL, as compose files pass it, means none.
        environment.getPropertySources().addFirst(new MapPropertySource("sandbox", settings));
    }
}
