package carequeue.app.permuted;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Waits until every process has handled everything there is, and nothing more has come of it. */
record Calm(EventProcessingConfiguration processing, EventStore history) {

    void comes() {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    long head = head();
                    return processing.eventProcessors().entrySet().stream()
                                    .filter(e -> e.getKey().startsWith("saga."))
                                    .allMatch(e -> stands(e.getValue(), head))
                            && head() == head;
                });
    }

    private static boolean stands(EventProcessor processor, long head) {
        return processor instanceof StreamingEventProcessor streaming
                && !streaming.processingStatus().isEmpty()
                && streaming.processingStatus().values().stream().allMatch(s -> stands(s, head));
    }

    private static boolean stands(EventTrackerStatus status, long head) {
        return status.isCaughtUp() && status.getCurrentPosition().orElse(-1) >= head;
    }

    private long head() {
        TrackingToken head = history.createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }
}
