package carequeue.command.appointment;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Site;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Where and when a patient is expected, and by whom. */
record Slot(String siteId, String serviceId, String providerId, String patientId, Instant start, Instant end) {

    Slot {
        if (!end.isAfter(start)) {
            throw new Refused.BadField("/end", "is not after the start");
        }
    }

    Slot moved(String service, String provider, Instant from, Instant to) {
        return new Slot(siteId, service, provider, patientId, from, to);
    }

    /** Whether another slot is at the same time, for the same service and provider. */
    boolean sameAs(Slot other) {
        return other.moved(serviceId, providerId, start, end).equals(other);
    }

    /** Whether a patient who comes now keeps the slot. */
    boolean onTime(ArrivalPolicy policy, Instant now) {
        return !now.isBefore(opens(policy)) && !hasPassed(policy, now);
    }

    /** Whether the time to arrive is over. */
    boolean hasPassed(ArrivalPolicy policy, Instant now) {
        return now.isAfter(start.plus(policy.after()));
    }

    /** The refusal of an arrival at another time. */
    Refused outsideWindow(ArrivalPolicy policy, Site site) {
        DateTimeFormatter time = local(site);
        return new Refused.AgainstRule(
                "arrival-window",
                "This appointment can be checked in from "
                        + time.format(opens(policy)) + " to "
                        + time.format(start.plus(policy.after()))
                        + "; the desk can do it at another time, with a reason.");
    }

    /** The refusal of an arrival on another day. */
    Refused onAnotherDay(Site site) {
        return new Refused.AgainstRule(
                "wrong-day",
                "This appointment is on " + local(site).format(start)
                        + "; the desk can move it to now, with a reason, or book another one.");
    }

    /** When the patient may come. */
    Instant opens(ArrivalPolicy policy) {
        return start.minus(policy.before());
    }

    private static DateTimeFormatter local(Site site) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(site.timeZone());
    }

    /** The refusal of an order that the status found does not allow. */
    static Refused wrong(AppointmentStatus found, String done) {
        return new Refused.WrongState(found.toString(), "The appointment is " + found + " and cannot be " + done + ".");
    }
}
