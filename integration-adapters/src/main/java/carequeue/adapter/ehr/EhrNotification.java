package carequeue.adapter.ehr;

import java.util.List;

/**
 * What a subscription of the EHR told us: only that something happened, never what.
 *
 * @param kind why it was sent
 * @param subscription its identifier there, or null where it does not say
 * @param events how many events the subscription has had so far, or null where it does not count
 * @param news what each event is about
 */
public record EhrNotification(Kind kind, String subscription, Long events, List<News> news) {

    /** Why a notification is sent. */
    public enum Kind {
        HANDSHAKE,
        HEARTBEAT,
        EVENTS,
        /** The subscription does not work any more, there. */
        FAILING,
        /** Something changed, and it is not said what. */
        SOMETHING
    }

    /**
     * One thing that changed.
     *
     * @param number of the event, or null where they are not counted
     * @param version there, or null where it is not said
     */
    public record News(Long number, EhrChange.Kind kind, String ehrId, String version) {}

    /** Something changed, and it is not said what. */
    public static EhrNotification something() {
        return new EhrNotification(Kind.SOMETHING, null, null, List.of());
    }

    /** One thing changed. */
    public static EhrNotification of(EhrChange.Kind kind, String ehrId, String version) {
        return new EhrNotification(Kind.EVENTS, null, null, List.of(new News(null, kind, ehrId, version)));
    }
}
