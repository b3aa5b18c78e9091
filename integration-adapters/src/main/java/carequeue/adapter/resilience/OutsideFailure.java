package carequeue.adapter.resilience;

/** An outside service did not do what it was asked. The message holds nothing personal: never what the service said itself. */
public abstract sealed class OutsideFailure extends RuntimeException {

    private OutsideFailure(String service, String what) {
        super(service + " " + what);
    }

    /** Whether the same call may succeed later. */
    public abstract boolean mayPass();

    /** The service is away, slow, busy or failing; the same call may succeed later. */
    public static final class Unavailable extends OutsideFailure {
        public Unavailable(String service, String what) {
            super(service, what);
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
