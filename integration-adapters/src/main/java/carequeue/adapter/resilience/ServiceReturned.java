package carequeue.adapter.resilience;

/** An outside service that had failed answers again. */
public record ServiceReturned(String service) {}
