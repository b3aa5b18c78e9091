package carequeue.adapter.resilience;

import java.time.Duration;

/** An outside service did not do what it was asked. The message holds nothing personal: never what the service said itself. */
public abstract sealed class OutsideFailure extends RuntimeException {

    private OutsideFailure(String service, String what) {
        super(service + " " + what);
    }

    /** Whether the same call may succeed later. */
    public abstract boolean mayPass();

    /** How long the service asked to be left alone; zero where it said nothing. */
    public Duration after() {
        return Duration.ZERO;
    }

    /** The service is away, slow, busy or failing; the same call may succeed later. */
    public static final class Unavailable extends OutsideFailure {
        private final Duration after;

        public Unavailable(String service, String what) {
            this(service, what, Duration.ZERO);
        }

        /** A service that says when it may be called again. */
        public Unavailable(String service, String what, Duration after) {
            super(service, what);
            this.after = after;
        }

        @Override
        public Duration after() {
            return after;
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /** Somebody else changed the thing since it was read. */
    public static final class Conflicting extends OutsideFailure {
        public Conflicting(String service, String what) {
            super(service, what);
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /** What was asked for is not there. */
    public static final class NotThere extends OutsideFailure {
        public NotThere(String service, String what) {
            super(service, what);
        }

        @Override
        public boolean mayPass() {
            return false;
        }
    }

    /** The service refuses and will refuse again; a person has to look. */
    public static final class Rejected extends OutsideFailure {
        public Rejected(String service, String what) {
            super(service, what);
        }

        @Override
        public boolean mayPass() {
            return false;
        }
    }
}
