package carequeue.adapter.ehr;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which vendor's EHR it is, and what is taken over from it.
 *
 * @param coverages whether a patient who checks in gets the insurance that the EHR knows
 */
@ConfigurationProperties("carequeue.ehr")
public record EhrChoice(
        @DefaultValue("generic") EhrKind kind,
        @DefaultValue("true") boolean coverages) {}
