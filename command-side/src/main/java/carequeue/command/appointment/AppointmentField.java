package carequeue.command.appointment;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What two systems can know differently of an appointment. */
enum AppointmentField {
    STATUS,
    TIME,
    PROVIDER,
    SERVICE,
    PATIENT;

    /** The field of a name, such as {@code appointment.time}. */
    static Optional<AppointmentField> of(String name) {
        return Stream.of(values()).filter(f -> f.toString().equals(name)).findFirst();
    }

    /** What a slot says of it; null where it says nothing. */
    String in(Slot slot) {
        return switch (this) {
            case TIME -> slot.start() + "/" + slot.end();
            case PROVIDER -> slot.providerId();
            case SERVICE -> slot.serviceId();
            case PATIENT -> slot.patientId();
            case STATUS -> null;
        };
    }

    /** A slot with the value that another slot has. */
    Slot taken(Slot slot, Slot from) {
        return switch (this) {
            case TIME -> slot.moved(slot.serviceId(), slot.providerId(), from.start(), from.end());
            case PROVIDER -> slot.moved(slot.serviceId(), from.providerId(), slot.start(), slot.end());
            case SERVICE -> slot.moved(from.serviceId(), slot.providerId(), slot.start(), slot.end());
            case PATIENT, STATUS -> slot;
        };
    }

    @Override
    public String toString() {
        return "appointment." + name().toLowerCase(Locale.ROOT);
    }
}
