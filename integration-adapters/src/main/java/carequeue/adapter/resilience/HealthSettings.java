package carequeue.adapter.resilience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the health of outside services is watched.
 *
 * @param probeEvery how often each is asked whether it answers; five times as often while it does not
 */
@ConfigurationProperties("carequeue.integrations")
public record HealthSettings(@DefaultValue("10s") Duration probeEvery) {}
