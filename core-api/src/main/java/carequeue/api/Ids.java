package carequeue.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Identifiers that follow from what they stand for, so that a repeat finds the same thing again. */
public final class Ids {

    private Ids() {}

    /** The queue of one service at one site on one business day, such as {@code main.lab.2026-11-23}. */
    public static String queue(String siteId, String serviceId, LocalDate businessDay) {
        return siteId + "." + serviceId + "." + businessDay;
    }

    /** The site of a queue, by the queue's identifier; empty when it is not one. */
    public static String siteOf(String queueId) {
        int dot = queueId.indexOf('.');
        return dot < 0 ? "" : queueId.substring(0, dot);
    }

    /** The service of a queue, by the queue's identifier. */
    public static String serviceOf(String queueId) {
        return queueId.substring(queueId.indexOf('.') + 1, queueId.lastIndexOf('.'));
    }

    /** An identifier derived from its parts: the same parts always give the same one. */
    public static String derived(String kind, String... parts) {
        StringBuilder name = new StringBuilder(kind);
        for (String part : parts) {
            name.append('|').append(part.length()).append(':').append(part);
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The patient known to an outside system under an identifier of its own. */
    public static String patient(String system, String outsideId) {
        return derived("patient", system, outsideId);
    }

    /** The appointment known to an outside system under an identifier of its own. */
    public static String appointment(String system, String outsideId) {
        return derived("appointment", system, outsideId);
    }
}
