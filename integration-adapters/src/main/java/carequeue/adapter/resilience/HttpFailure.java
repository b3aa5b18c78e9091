package carequeue.adapter.resilience;

import java.time.Duration;

/** What the status of an HTTP answer says of the call, the same for every service that has no rules of its own (RFC 9110). */
public final class HttpFailure {

    private HttpFailure() {}

    /**
     * Tells a failure by its status.
     *
     * @param status 0 where there was none
     * @param after how long the service asked to be left alone
     * @return {@link OutsideFailure.Unavailable} also where we are not let in: a key that is refused may be taken when somebody has put it
     *     right, so what waits goes on waiting and health says why
     */
    public static OutsideFailure of(String service, int status, Duration after) {
        String what = "answered " + status;
        return switch (status) {
            case 401, 403, 407 ->
                new OutsideFailure.Unavailable(service, what + ": we are not let in, look at the credentials", after);
            case 404, 410 -> new OutsideFailure.NotThere(service, what);
            case 0, 408, 423, 425, 429 -> new OutsideFailure.Unavailable(service, what, after);
            default ->
                status >= 500
                        ? new OutsideFailure.Unavailable(service, what, after)
                        : new OutsideFailure.Rejected(service, what);
        };
    }
}
