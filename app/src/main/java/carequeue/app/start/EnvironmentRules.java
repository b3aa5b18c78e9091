package carequeue.app.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What production asks of the settings, and what only production may have; each broken rule is a sentence without values. */
final class EnvironmentRules {

    private static final List<String> ADDRESSES = List.of(
            "ehr.url",
            "ehr.token-url",
            "pms.url",
            "payer.url",
            "payer.token-url",
            "claims.url",
            "claims.token-url",
            "stripe.url",
            "twilio.url",
            "fcm.url");
    // Epic's and Oracle Health's public test servers, and the words by which hospitals name theirs.
    private static final Pattern TEST_EHR = Pattern.compile(
            "(?i)https?://(fhir\\.epic\\.com|fhir-open\\.cerner\\.com|fhir-ehr-code\\.cerner\\.com|[^/]*sandbox[^/]*"
                    + "|[^/]*non-?prod[^/]*|hapi\\.fhir\\.org|launch\\.smarthealthit\\.org)(/.*|$)"
                    + "|(?i)https?://[^/]+/.*[-_/](non-?prod|sandbox|poc|tst|sup)([-_/].*|$)");
    private static final Pattern TLS = Pattern.compile("(?i).*[?&]sslmode=(require|verify-ca|verify-full)(&.*|$)");
    private static final Pattern LOCAL =
            Pattern.compile("(?i)jdbc:postgresql://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/.*");
    private static final int LONG_ENOUGH = 16;

    private final Environment settings;
    private final List<String> broken = new ArrayList<>();

    EnvironmentRules(Environment settings) {
        this.settings = settings;
    }

    List<String> broken() {
        boolean production = settings.acceptsProfiles(Profiles.of("production"));
        String name = given("environment");
        if (!name.isEmpty() && name.equals("production") != production) {
            broken.add("CAREQUEUE_ENVIRONMENT and the profile production contradict each other: set both or neither.");
        }
        if (production) {
            keys();
            transport();
            samples();
        } else {
            live();
        }
        return broken;
    }

    private void keys() {
        if (given("phi.master").isEmpty() || given("phi.master").equals("local")) {
            broken.add("In production the master key is kept by a key service:"
                    + " set CAREQUEUE_PHI_MASTER to aws or azure, and CAREQUEUE_PHI_MASTER_KEY.");
        }
        String secrets = given("secrets.kind");
        if (secrets.equals("environment")) {
            broken.add("In production secrets are not kept in the environment:"
                    + " set CAREQUEUE_SECRETS_KIND to files, aws or azure.");
        }
    }

    private void transport() {
        if (!given("public-url").startsWith("https://")) {
            broken.add("In production browsers come by https: set CAREQUEUE_PUBLIC_URL to such an address.");
        }
        String database = given("database.url");
        if (!database.isEmpty()
                && !LOCAL.matcher(database).matches()
                && !TLS.matcher(database).matches()) {
            broken.add(
                    "In production the database is reached by TLS: add sslmode=verify-full to CAREQUEUE_DATABASE_URL.");
        }
        for (String address : ADDRESSES) {
            if (!given(address).isEmpty()
                    && !given(address).toLowerCase(Locale.ROOT).startsWith("https://")) {
                broken.add("In production nothing leaves without TLS: " + variable(address) + " is no https address.");
            }
        }
        if (Boolean.parseBoolean(given("mail.plain"))) {
            broken.add("In production no email leaves without TLS: take away CAREQUEUE_MAIL_PLAIN.");
        }
    }

    private void samples() {
        if (Boolean.parseBoolean(given("sandbox.enabled"))) {
            broken.add("In production the sandbox stands in for nobody: name the real services,"
                    + " or set CAREQUEUE_SANDBOX_ENABLED to false.");
        }
        if (given("demo-password").length() < LONG_ENOUGH && !isReference(given("demo-password"))) {
            broken.add("In production there is no default account: set CAREQUEUE_DEMO_PASSWORD"
                    + " to at least 16 characters of your own.");
        }
        if (TEST_EHR.matcher(given("ehr.url")).matches()) {
            broken.add("CAREQUEUE_EHR_URL is the address of a test server, and this is production.");
        }
        if (given("twilio.from").matches("\\+1500555\\d{4}")) {
            broken.add("CAREQUEUE_TWILIO_FROM is one of Twilio's test numbers, and this is production.");
        }
        if (given("apns.host").contains("sandbox")) {
            broken.add("CAREQUEUE_APNS_HOST is Apple's test service, and this is production.");
        }
    }

    private void live() {
        Map.of("payer.production", "questions", "claims.production", "bills").forEach((setting, what) -> {
            if (Boolean.parseBoolean(given(setting))) {
                broken.add(variable(setting) + " marks " + what + " as real, and this is not production.");
            }
        });
    }

    private static boolean isReference(String value) {
        return value.startsWith("secret:") || value.startsWith("file:");
    }

    private static String variable(String setting) {
        return "CAREQUEUE_" + setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private String given(String setting) {
        return settings.getProperty("carequeue." + setting, "").strip();
    }
}
