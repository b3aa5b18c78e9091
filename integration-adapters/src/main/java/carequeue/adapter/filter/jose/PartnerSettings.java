package carequeue.adapter.filter.jose;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What partners have given us.
 *
 * @param keys by service, such as {@code pms}: the partner's public key as a JWK
 */
@ConfigurationProperties("carequeue.filter")
public record PartnerSettings(@DefaultValue Map<String, String> keys) {}
