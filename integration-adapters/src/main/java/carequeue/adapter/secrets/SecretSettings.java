package carequeue.adapter.secrets;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the secrets are that settings name as {@code secret:<name>}.
 *
 * @param kind who keeps them
 * @param url the directory of {@code files} ({@code /run/secrets} unless given), another address than AWS's own, or the vault's address of {@code azure}
 * @param region of AWS, unless its own tools know it
 * @param refresh how often each is read anew; what the outside refuses is read anew at once
 * @param overlap how long the value before is still accepted from outside, and tried once where the new one is refused
 * @param maxAge after what time a secret is to be changed
 * @param warnBefore how long before that it is said
 * @param startWait how long a start waits for a store that is away
 */
@ConfigurationProperties("carequeue.secrets")
public record SecretSettings(
        @DefaultValue("files") Kind kind,
        String url,
        String region,
        Duration refresh,
        @DefaultValue("24h") Duration overlap,
        @DefaultValue("90d") Duration maxAge,
        @DefaultValue("14d") Duration warnBefore,
        @DefaultValue("60s") Duration startWait) {

    /** Who keeps the secrets. */
    public enum Kind {
        FILES,
        ENVIRONMENT,
        AWS,
        AZURE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A read of a file costs nothing, one of AWS or Azure is counted and paid. */
    public Duration every() {
        Duration usual = kind == Kind.FILES ? Duration.ofSeconds(5) : Duration.ofMinutes(5);
        return refresh == null ? usual : refresh;
    }

    /** The address, or another where none is given. */
    String urlOr(String usual) {
        return url == null || url.isBlank() ? usual : url.strip();
    }
}
