package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.ARRIVED;
import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.CANCELLED;
import static carequeue.api.appointment.AppointmentStatus.CHECKED_IN;
import static carequeue.api.appointment.AppointmentStatus.ENTERED_IN_ERROR;
import static carequeue.api.appointment.AppointmentStatus.FULFILLED;
import static carequeue.api.appointment.AppointmentStatus.NOSHOW;
import static carequeue.api.appointment.AppointmentStatus.PENDING;
import static carequeue.api.appointment.AppointmentStatus.PROPOSED;
import static carequeue.api.appointment.AppointmentStatus.WAITLIST;
import static carequeue.command.appointment.Slot.wrong;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A planned slot: from booking over arrival to its end, and what outside systems say of it. */
@Aggregate(cache = "remembered")
@Revision("1")
public class Appointment extends AppointmentMemory {

    protected Appointment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    String handle(BookAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        sites.service(c.siteId(), c.serviceId());
        new Slot(c.siteId(), c.serviceId(), c.providerId(), c.patientId(), c.start(), c.end());
        happens(OutsideNews.booked(c, now.at()), sites.get(c.siteId()), null, now);
        return c.appointmentId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        OutsideNews news = new OutsideNews(c, now.at());
        news.eventsFor(this).forEach(event -> happens(event, sites.get(c.siteId()), null, now));
    }

    @CommandHandler
    Arrival handle(AssessArrival c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (c.siteId() != null && !c.siteId().equals(slot().siteId())) {
            throw new Refused.AgainstRule("wrong-site", "This appointment is at another site.");
        }
        if (is(CANCELLED, FULFILLED, ENTERED_IN_ERROR)) {
            throw wrong(status(), "checked in");
        }
        boolean overridden = c.channel() == Channel.DESK && said.get(Facts.REASON) != null;
        // Who is here already is answered with the open visit, at any time.
        boolean anyTime = is(ARRIVED, CHECKED_IN) || overridden;
        if (!anyTime && !slot().mayComeIn(c.policy(), now.at())) {
            throw slot().outsideWindow(c.policy(), site(sites));
        }
        boolean keepsSlot = !slot().hasPassed(c.policy(), now.at());
        return new Arrival(
                slot().patientId(),
                slot().siteId(),
                slot().serviceId(),
                slot().providerId(),
                slot().start(),
                keepsSlot);
    }

    @CommandHandler
    void handle(Arrive c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        Site site = site(sites);
        if (is(ARRIVED, CHECKED_IN) && isFor(c.visitId())) {
            return;
        }
        if (!is(PROPOSED, PENDING, BOOKED, WAITLIST, NOSHOW)) {
            throw wrong(status(), "marked as arrived");
        }
        if (is(NOSHOW)) {
            happens(new AppointmentBroughtBack(appointmentId(), null, null, now.at()), site, c.visitId(), now);
        }
        happens(new AppointmentArrived(appointmentId(), c.visitId(), now.at()), site, c.visitId(), now);
    }

    @CommandHandler
    void handle(CheckInAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (is(CHECKED_IN) && isFor(c.visitId())) {
            return;
        }
        if (!is(ARRIVED) || !isFor(c.visitId())) {
            throw wrong(status(), "checked in by this visit");
        }
        happens(new AppointmentCheckedIn(appointmentId(), c.visitId(), now.at()), site(sites), c.visitId(), now);
    }

    @CommandHandler
    void handle(FulfilAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (is(FULFILLED) && isFor(c.visitId())) {
            return;
        }
        if (!is(ARRIVED, CHECKED_IN) || !isFor(c.visitId())) {
            throw wrong(status(), "fulfilled by this visit");
        }
        happens(new AppointmentFulfilled(appointmentId(), c.visitId(), now.at()), site(sites), c.visitId(), now);
    }

    @CommandHandler
    void handle(WithdrawArrival c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (is(ARRIVED, CHECKED_IN) && isFor(c.visitId())) {
            ArrivalWithdrawn withdrawn = new ArrivalWithdrawn(appointmentId(), c.visitId(), c.reason(), now.at());
            happens(withdrawn, site(sites), c.visitId(), now);
        }
    }

    @CommandHandler
    void handle(RescheduleAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        mustBePlanned("rescheduled");
        Slot to = slot().moved(slot().serviceId(), slot().providerId(), c.start(), c.end());
        if (!to.equals(slot())) {
            happens(OutsideNews.moved(appointmentId(), to, c.reason(), null, null, now.at()), site(sites), null, now);
        }
    }

    @CommandHandler
    void handle(CancelAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        mustBePlanned("cancelled");
        happens(new AppointmentCancelled(appointmentId(), c.reason(), null, null, now.at()), site(sites), null, now);
    }

    @CommandHandler
    void handle(MarkAppointmentNoShow c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        mustBePlanned("marked as no-show");
        if (!slot().hasPassed(c.policy(), now.at())) {
            throw new Refused.AgainstRule("arrival-window", "The patient can still arrive for this appointment.");
        }
        happens(new AppointmentNoShow(appointmentId(), null, null, now.at()), site(sites), null, now);
    }

    @CommandHandler
    void handle(BringBackAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (!is(NOSHOW, CANCELLED)) {
            throw wrong(status(), "brought back");
        }
        happens(new AppointmentBroughtBack(appointmentId(), null, null, now.at()), site(sites), null, now);
    }

    @CommandHandler
    void handle(ConfirmAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        mustBePlanned("confirmed");
        happens(new AppointmentConfirmed(appointmentId(), now.at()), site(sites), null, now);
    }

    @CommandHandler
    void handle(NoteWritten c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        if (!c.version().equals(versionOf(c.system()))) {
            AppointmentWritten written = new AppointmentWritten(
                    appointmentId(), c.system(), c.outsideId(), c.version(), c.status(), now.at());
            happens(written, site(sites), null, now);
        }
    }

    private void mustBePlanned(String done) {
        if (!is(PROPOSED, PENDING, BOOKED, WAITLIST)) {
            throw wrong(status(), done);
        }
    }

    private Site site(Sites sites) {
        return sites.get(slot().siteId());
    }
}
