package carequeue.query.live;

/** Asks whether anything in a queue changed after a position; the answer is a {@link Boolean}. */
public record QueueMoved(String queueId, long since) {}
