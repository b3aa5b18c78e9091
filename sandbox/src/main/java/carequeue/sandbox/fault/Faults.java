package carequeue.sandbox.fault;

/**
 * What is broken on purpose in one service.
 *
 * @param service the service, such as {@code ehr}
 * @param latencyMillis how long every answer is held back
 * @param errorRate the share of calls answered 500, from 0 to 1
 * @param outage whether every call is answered 503 at once
 * @param timeout whether every call hangs, for 30 s at most
 */
public record Faults(String service, long latencyMillis, double errorRate, boolean outage, boolean timeout) {

    public Faults {
        if (latencyMillis < 0 || latencyMillis > 60_000 || !(errorRate >= 0 && errorRate <= 1)) {
            throw new IllegalArgumentException("latencyMillis goes from 0 to 60000, errorRate from 0 to 1");
        }
    }

    static Faults none(String service) {
        return new Faults(service, 0, 0, false, false);
    }

    Faults withOutage(boolean on) {
        return new Faults(service, latencyMillis, errorRate, on, timeout);
    }
}
