package carequeue.app.start;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Understands {@code CAREQUEUE_…_FILE} for every setting that is a secret, as the images of Docker Hub do: the file holds the value. */
public final class SecretFiles implements EnvironmentPostProcessor, Ordered {

    /** The settings that are secrets; the EHR's keys have a file setting of their own. */
    static final List<String> SETTINGS = List.of(
            "carequeue.database.password",
            "carequeue.secret",
            "carequeue.link-secret",
            "carequeue.demo-password",
            "carequeue.ehr.client-secret",
            "carequeue.ehr.webhook.secret",
            "carequeue.pms.api-key",
            "carequeue.pms.token",
            "carequeue.pms.webhook-secret",
            "carequeue.pms.previous-webhook-secret",
            "carequeue.payer.api-key",
            "carequeue.payer.client-secret",
            "carequeue.claims.api-key",
            "carequeue.claims.client-secret",
            "carequeue.stripe.api-key",
            "carequeue.stripe.webhook-secret",
            "carequeue.twilio.auth-token",
            "carequeue.twilio.former-auth-token",
            "carequeue.mail.password",
            "carequeue.mail.webhook-secret",
            "carequeue.mail.former-webhook-secret",
            "carequeue.webpush.private-key",
            "carequeue.fcm.service-account",
            "carequeue.apns.key");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String setting : SETTINGS) {
            String file = environment.getProperty(setting + "-file", "");
            if (!file.isBlank() && environment.getProperty(setting, "").isBlank()) {
                found.put(setting, "file:" + file.strip());
            }
        }
        if (!found.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secret files", found));
        }
    }

    /** After the files of settings are read, before the sandbox looks which services are given. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
