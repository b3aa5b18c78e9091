package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.Arrival;
import carequeue.api.appointment.AppointmentCommand.AssessArrival;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.ArrivalPolicy;
import carequeue.api.site.Site;
import carequeue.command.Moment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a patient who says "I am here" may be checked in with an appointment now, and how; outside its time or place every refusal names a way
 * on, which the desk may take with a reason.
 *
 * @param site where the appointment is
 */
record Assessment(Slot slot, AppointmentStatus status, AssessArrival asked, Site site, Moment now) {

    private static final Set<AppointmentStatus> HERE = EnumSet.of(ARRIVED, CHECKED_IN);

    Arrival arrival() {
        mustBeTheSite();
        AppointmentSteps.MACHINE.must(AssessArrival.class, status, "");
        // Who is here already is answered with the open visit, at any time.
        if (HERE.contains(status) || isOverridden()) {
            return comes(slot.hasPassed(policy(), at()) ? null : slot.start(), null);
        } else if (slot.onTime(policy(), at())) {
            return comes(slot.start(), null);
        } else if (isOtherDay()) {
            throw slot.onAnotherDay(site);
        }
        return slot.hasPassed(policy(), at()) ? late() : comes(slot.start(), slot.opens(policy()));
    }

    private void mustBeTheSite() {
        boolean here = asked.siteId() == null || asked.siteId().equals(slot.siteId());
        if (!here && !(isOverridden() && Moment.mayEnter(now.said(), slot.siteId()))) {
            throw new Refused.AgainstRule(
                    "wrong-site",
                    "This appointment is at " + site.name()
                            + ", not here; the desk can book it here instead, with a reason.");
        }
    }

    private Arrival late() {
        return switch (policy().late()) {
            case TO_THE_DESK -> throw slot.outsideWindow(policy(), site);
            case AS_WALK_IN -> comes(null, null);
            case NEXT_FREE_PLACE -> comes(at(), null);
        };
    }

    private Arrival comes(Instant calledBy, Instant notBefore) {
        return new Arrival(
                slot.patientId(),
                slot.siteId(),
                slot.serviceId(),
                slot.providerId(),
                slot.start(),
                slot.start().equals(calledBy),
                calledBy,
                notBefore,
                slot.end(),
                isOtherDay());
    }

    private boolean isOtherDay() {
        return !HERE.contains(status) && !site.businessDay(slot.start()).equals(site.businessDay(at()));
    }

    private boolean isOverridden() {
        return asked.channel() == Channel.DESK && now.said().get(Facts.REASON) != null;
    }

    private ArrivalPolicy policy() {
        return asked.policy();
    }

    private Instant at() {
        return now.at();
    }
}
