package carequeue.api;

/** The way by which something reached CareQueue. */
public enum Channel {
    DESK,
    KIOSK,
    PHONE,
    SYSTEM,
    WEBHOOK;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
