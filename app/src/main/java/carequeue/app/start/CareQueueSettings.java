package carequeue.app.start;

import carequeue.adapter.secrets.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every CareQueue is told at its start.
 *
 * @param data directory of the embedded database and the generated secrets
 * @param roles what this node does, of {@code command}, {@code query}, {@code integration}
 * @param demoPassword the password of the embedded users; generated when absent
 * @param publicUrl the address that browsers use; https makes cookies secure
 * @param secret from which all nodes of one database derive the same keys; generated when absent
 * @param postgresVersion the version of the embedded PostgreSQL
 */
@ConfigurationProperties("carequeue")
public record CareQueueSettings(
        Path data,
        Set<String> roles,
        @DefaultValue Database database,
        Secret demoPassword,
        URI publicUrl,
        Secret secret,
        String postgresVersion) {

    /**
     * A given database.
     *
     * @param url JDBC; absent means the embedded one
     */
    public record Database(String url, String username, Secret password) {

        /** Whether there is one; if not, CareQueue brings its own. */
        public boolean given() {
            return url != null && !url.isBlank();
        }
    }

    public CareQueueSettings {
        for (String role : roles) {
            if (!Set.of("command", "query", "integration").contains(role)) {
                throw new CannotStart("CAREQUEUE_ROLES names the role " + role
                        + ", which there is not: choose of command, query, integration.");
            }
        }
        if (roles.isEmpty()) {
            throw new CannotStart("CAREQUEUE_ROLES names no role: choose of command, query, integration.");
        }
    }

    /** Whether this node has a role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether browsers reach CareQueue by https. */
    public boolean secure() {
        return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
    }
}
