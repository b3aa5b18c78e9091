package carequeue.adapter.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the EHR's changes are followed.
 *
 * @param lookBack how much of the past is read at the very first time
 * @param overlap how much is read twice, since a server may show what it changed at one time later than what it changed afterwards
 */
@ConfigurationProperties("carequeue.ehr.changes")
public record ChangeSettings(
        @DefaultValue("24h") Duration lookBack,
        @DefaultValue("60s") Duration overlap) {}
