package carequeue.adapter.push.fcm;

import carequeue.adapter.secrets.Secret;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Our project at Firebase.
 *
 * @param url the base address of its API
 * @param project the project's identifier
 * @param serviceAccount the JSON of a service account's key
 */
@ConfigurationProperties("carequeue.fcm")
public record FcmSettings(
        @DefaultValue("https://fcm.googleapis.com") String url, String project, Secret serviceAccount) {

    boolean ready() {
        return project != null && !project.isBlank() && Secret.given(serviceAccount);
    }

    /** Nothing secret. */
    @Override
    public String toString() {
        return "FCM project " + project;
    }
}
