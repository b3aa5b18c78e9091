package carequeue.api.appointment;

import java.util.Locale;

/** The status of an appointment; the words are those of FHIR R4. */
public enum AppointmentStatus {
    PROPOSED,
    PENDING,
    BOOKED,
    ARRIVED,
    CHECKED_IN,
    FULFILLED,
    CANCELLED,
    NOSHOW,
    ENTERED_IN_ERROR,
    WAITLIST;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
