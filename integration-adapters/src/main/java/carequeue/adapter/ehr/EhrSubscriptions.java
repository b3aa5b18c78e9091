package carequeue.adapter.ehr;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** How the EHR can tell us of changes by itself. Every call may throw {@link carequeue.adapter.resilience.OutsideFailure}. */
public interface EhrSubscriptions {

    /** In which way changes are told. */
    enum Style {
        /** Events are counted, so that a lost one is noticed. */
        TOPIC,
        /** Only that something changed. */
        CRITERIA
    }

    /**
     * One thing that can be subscribed to.
     *
     * @param what the topic or the criteria, such as {@code Appointment?}
     */
    record Offer(Style style, String what) {}

    /**
     * How we want to be told.
     *
     * @param endpoint where
     * @param secret what is to be sent along, so that we know who tells us
     * @param until when it ends unless it is renewed
     */
    record Wish(URI endpoint, String secret, Instant until) {}

    /** What the EHR says it offers; nothing where it has no subscriptions. */
    List<Offer> offered();

    /**
     * Subscribes, or renews what was subscribed to before.
     *
     * @param before the identifier there of an earlier subscription to the same, or null
     * @return the identifier there
     */
    String subscribe(Offer offer, Wish wish, String before);
}
