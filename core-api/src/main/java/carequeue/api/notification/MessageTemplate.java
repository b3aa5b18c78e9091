package carequeue.api.notification;

import java.util.Locale;
import java.util.Set;

/** The messages that a patient can get, each with the values it may name: nothing personal, no service, no provider, no amount. */
public enum MessageTemplate {
    /** You have a ticket and a place in the line. */
    PLACED(MessageKind.VISIT, "site", "ticket", "place", "minutes", "link"),
    /** You are next but two. */
    NEXT_BUT_TWO(MessageKind.VISIT, "site", "ticket", "link"),
    /** Please come to the room. */
    PLEASE_COME(MessageKind.VISIT, "site", "ticket", "room", "link"),
    /** Something about your visit changed; the link says what. */
    VISIT_CHANGED(MessageKind.VISIT, "site", "ticket", "link"),
    /** Your appointment is tomorrow. */
    APPOINTMENT_TOMORROW(MessageKind.REMINDER, "site", "date", "time", "link"),
    /** Your appointment is booked. */
    APPOINTMENT_CONFIRMED(MessageKind.RECEIPT, "site", "date", "time", "link"),
    /** Your appointment is at another time, or with somebody else. */
    APPOINTMENT_MOVED(MessageKind.RECEIPT, "site", "date", "time", "link"),
    /** Your appointment was cancelled. */
    APPOINTMENT_CANCELLED(MessageKind.RECEIPT, "site", "date", "time", "link"),
    /** Something about your appointment is not as it was; please ask. */
    APPOINTMENT_NEWS(MessageKind.RECEIPT, "site", "date", "time", "link"),
    /** Your receipt is behind the link. */
    RECEIPT(MessageKind.RECEIPT, "site", "link");

    private final MessageKind kind;
    private final Set<String> variables;

    MessageTemplate(MessageKind kind, String... variables) {
        this.kind = kind;
        this.variables = Set.of(variables);
    }

    /** What it is about. */
    public MessageKind kind() {
        return kind;
    }

    /** The version of its words; raised when they change. */
    public int version() {
        return 1;
    }

    /** The values it may name. */
    public Set<String> variables() {
        return variables;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
