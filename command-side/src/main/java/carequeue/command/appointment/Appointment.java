package carequeue.command.appointment;

import static carequeue.api.appointment.AppointmentStatus.BOOKED;
import static carequeue.api.appointment.AppointmentStatus.PENDING;
import static carequeue.api.appointment.AppointmentStatus.PROPOSED;
import static carequeue.api.appointment.AppointmentStatus.WAITLIST;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** A planned slot: from booking over arrival to its end, and what outside systems say of it. */
@Aggregate(cache = "remembered")
@Revision("2")
public class Appointment extends AppointmentCourse {

    private static final Set<AppointmentStatus> BEGINNINGS = Set.of(PROPOSED, PENDING, BOOKED, WAITLIST);

    protected Appointment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    String handle(BookAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        sites.service(c.siteId(), c.serviceId());
        if (c.status() != null && !BEGINNINGS.contains(c.status())) {
            throw new Refused.BadField("/status", "is proposed, pending, booked or waitlist");
        }
        new Slot(c.siteId(), c.serviceId(), c.providerId(), c.patientId(), c.start(), c.end());
        happens(OutsideNews.booked(c, now.at()), sites.get(c.siteId()), null, now);
        return c.appointmentId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordAppointment c, MetaData said, Clock clock, Sites sites) {
        Moment now = Moment.of(said, clock);
        OutsideNews news = new OutsideNews(c, now.at());
        String visit = leads() ? visitId() : null;
        news.eventsFor(this).forEach(event -> happens(event, sites.get(c.siteId()), visit, now));
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
}
