package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;

import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** The course of an appointment from "I am here" to its end, each step by the visit for which the patient came. */
abstract class AppointmentCourse extends AppointmentPlan {

    @CommandHandler
    Arrival handle(AssessArrival c, MetaData said, Clock clock, Sites sites) {
        return new Assessment(slot(), status(), c, site(sites), Moment.of(said, clock)).arrival();
    }

    @CommandHandler
    void handle(Arrive c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        Site site = site(sites);
        must(c);
        if (is(ARRIVED, CHECKED_IN)) {
            mustBeFor(c.visitId(), c, "marked as arrived by another visit");
            return;
        }
        if (is(NOSHOW)) {
            happens(new AppointmentBroughtBack(appointmentId(), null, null, now.at()), site, c.visitId(), now);
        }
        happens(new AppointmentArrived(appointmentId(), c.visitId(), now.at()), site, c.visitId(), now);
    }

    @CommandHandler
    void handle(CheckInAppointment c, MetaData said, Clock clock, Sites sites) {
        mustBeFor(c.visitId(), c, "checked in by another visit");
        if (!is(CHECKED_IN)) {
            Moment now = Moment.of(said, clock);
            happens(new AppointmentCheckedIn(appointmentId(), c.visitId(), now.at()), site(sites), c.visitId(), now);
        }
    }

    @CommandHandler
    void handle(BeginAppointment c, MetaData said, Clock clock, Sites sites) {
        mustBeFor(c.visitId(), c, "begun by another visit");
        if (!begun()) {
            Moment now = Moment.of(said, clock);
            happens(new AppointmentBegun(appointmentId(), c.visitId(), now.at()), site(sites), c.visitId(), now);
        }
    }

    @CommandHandler
    void handle(FulfilAppointment c, MetaData said, Clock clock, Sites sites) {
        mustBeFor(c.visitId(), c, "fulfilled by another visit");
        if (!is(FULFILLED)) {
            Moment now = Moment.of(said, clock);
            happens(new AppointmentFulfilled(appointmentId(), c.visitId(), now.at()), site(sites), c.visitId(), now);
        }
    }

    @CommandHandler
    void handle(WithdrawArrival c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (is(ARRIVED, CHECKED_IN) && isFor(c.visitId())) {
            ArrivalWithdrawn withdrawn = new ArrivalWithdrawn(appointmentId(), c.visitId(), c.reason(), now.at());
            happens(withdrawn, site(sites), c.visitId(), now);
        }
    }

    private void mustBeFor(String visit, AppointmentCommand order, String done) {
        must(order);
        if (!isFor(visit)) {
            throw Slot.wrong(status(), done);
        }
    }
}
