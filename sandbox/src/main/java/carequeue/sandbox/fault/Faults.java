package carequeue.sandbox.fault;

/**
 * What is broken on purpose in one service.
 *
 * @param service the service, such as {@code ehr}
 * @param latencyMillis how long every answer is held back
 * @param upToMillis how long answers are held back at most beyond that, each for another while, evenly spread
 * @param errorRate the share of calls answered 500, from 0 to 1
 * @param outage whether every call is answered 503 at once
 * @param timeout whether every call hangs, for 30 s at most
 * @param lostRate the share of calls that are carried out and answered 500 all the same, from 0 to 1
 * @param hooks what goes wrong with its webhooks
 */
public record Faults(
        String service,
        long latencyMillis,
        long upToMillis,
        double errorRate,
        boolean outage,
        boolean timeout,
        double lostRate,
        Hooks hooks) {

    /**
     * What is broken of what the service tells by itself.
     *
     * @param dropRate the share that is never told, from 0 to 1
     * @param duplicateRate the share that is told twice
     * @param lateMillis how long everything is held back
     * @param outOfOrder whether every other one is held back behind the next
     */
    public record Hooks(double dropRate, double duplicateRate, long lateMillis, boolean outOfOrder) {
        static final Hooks NONE = new Hooks(0, 0, 0, false);
    }

    public Faults {
        hooks = hooks == null ? Hooks.NONE : hooks;
        if (latencyMillis < 0
                || latencyMillis > 60_000
                || upToMillis < 0
                || upToMillis > 60_000
                || !(errorRate >= 0 && errorRate <= 1)
                || !(lostRate >= 0 && lostRate <= 1)) {
            throw new IllegalArgumentException(
                    "latencyMillis and upToMillis go from 0 to 60000, errorRate and lostRate from 0 to 1");
        }
    }

    static Faults none(String service) {
        return new Faults(service, 0, 0, 0, false, false, 0, Hooks.NONE);
    }

    Faults withOutage(boolean on) {
        return new Faults(service, latencyMillis, upToMillis, errorRate, on, timeout, lostRate, hooks);
    }
}
