package carequeue.adapter.inbound;

import carequeue.adapter.outbox.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what comes in is taken in.
 *
 * @param workers how many at once on this node
 * @param each how many of them for one service, so that a slow one leaves hands for the others
 * @param poll how often to look without being woken
 * @param lease after how long another node takes over what a stopped one had begun
 * @param giveUp for how long the outside may be away before an envelope is left to staff
 * @param faults after how many failures on our own side it is left to staff
 * @param keepBody how long the sealed body is kept after it was taken in
 */
@ConfigurationProperties("carequeue.inbound")
public record InboundSettings(
        @DefaultValue("6") int workers,
        @DefaultValue("3") int each,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("7d") Duration giveUp,
        @DefaultValue("8") int faults,
        @DefaultValue("1s") Duration backoffFirst,
        @DefaultValue("5m") Duration backoffMost,
        @DefaultValue("0.2") double jitter,
        @DefaultValue("30d") Duration keepBody) {

    Backoff backoff() {
        return new Backoff(backoffFirst, backoffMost, jitter);
    }
}
