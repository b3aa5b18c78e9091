package carequeue.store;

import java.time.Duration;

/**
 * How a processing group is, as a node sees it.
 *
 * @param running whether it runs on this node, where it should
 * @param segments how many segments it has, over all nodes
 * @param lag how many places of history its slowest segment has yet to pass
 * @param heartbeat how long ago its quietest segment, on whichever node, gave a sign of life
 * @param error the kind of the last error on this node, without anything personal, or null
 * @param restarts how often this node had to start it again
 */
public record ProcessorState(
        String group, boolean running, int segments, long lag, Duration heartbeat, String error, int restarts) {

    /** Whether it runs, without an error, and every segment is alive somewhere. */
    public boolean well(Duration silence) {
        return running && error == null && heartbeat.compareTo(silence) <= 0;
    }
}
