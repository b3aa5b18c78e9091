package carequeue.adapter.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How effects are carried out.
 *
 * @param workers how many at once on this node
 * @param each how many of them for one service, so that a slow one leaves hands for the others
 * @param poll how often to look without being woken
 * @param lease how long an attempt may take before another node asks what became of it
 * @param giveUp after how long an effect is given up and left to staff
 * @param faults after how many failures on our own side it is left to staff
 */
@ConfigurationProperties("carequeue.outbox")
public record OutboxSettings(
        @DefaultValue("16") int workers,
        @DefaultValue("6") int each,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("7d") Duration giveUp,
        @DefaultValue("12") int faults,
        @DefaultValue("1s") Duration backoffFirst,
        @DefaultValue("5m") Duration backoffMost,
        @DefaultValue("0.2") double jitter) {

    Backoff backoff() {
        return new Backoff(backoffFirst, backoffMost, jitter);
    }
}
