package carequeue.command.appointment;

import carequeue.api.Refused;
import carequeue.api.appointment.AppointmentCommand;
import carequeue.api.appointment.AppointmentCommand.*;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import carequeue.command.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** What becomes of an appointment while nobody has arrived for it: moved, confirmed, cancelled, missed, corrected. */
abstract class AppointmentPlan extends AppointmentMemory {

    @CommandHandler
    void handle(RescheduleAppointment c, MetaData said, Clock clock, Sites sites) {
        must(c);
        Slot to = slot().moved(slot().serviceId(), slot().providerId(), c.start(), c.end());
        if (!to.equals(slot())) {
            plan(said, clock, sites, at -> OutsideNews.moved(appointmentId(), to, c.reason(), null, null, at));
        }
    }

    @CommandHandler
    void handle(CancelAppointment c, MetaData said, Clock clock, Sites sites) {
        must(c);
        plan(said, clock, sites, at -> new AppointmentCancelled(appointmentId(), c.reason(), null, null, at));
    }

    @CommandHandler
    void handle(ConfirmAppointment c, MetaData said, Clock clock, Sites sites) {
        must(c);
        plan(said, clock, sites, at -> new AppointmentConfirmed(appointmentId(), at));
    }

    @CommandHandler
    void handle(MarkAppointmentNoShow c, MetaData said, Clock clock, Sites sites) {
        must(c);
        if (c.openVisit() != null) {
            throw new Refused.AgainstRule(
                    "visit-open", "The patient is here: their visit " + c.openVisit() + " is open.");
        } else if (!slot().hasPassed(c.policy(), Moment.of(said, clock).at())) {
            throw new Refused.AgainstRule("arrival-window", "The patient can still arrive for this appointment.");
        }
        plan(said, clock, sites, at -> new AppointmentNoShow(appointmentId(), null, null, at));
    }

    @CommandHandler
    void handle(BringBackAppointment c, MetaData said, Clock clock, Sites sites) {
        must(c);
        plan(said, clock, sites, at -> new AppointmentBroughtBack(appointmentId(), null, null, at));
    }

    @CommandHandler
    void handle(CorrectAppointment c, MetaData said, Clock clock, Sites sites) {
        must(c);
        String service = or(c.serviceId(), slot().serviceId());
        sites.service(slot().siteId(), service);
        Slot right = new Slot(
                slot().siteId(),
                service,
                or(c.providerId(), slot().providerId()),
                or(c.patientId(), slot().patientId()),
                or(c.start(), slot().start()),
                or(c.end(), slot().end()));
        if (!right.equals(slot()) || c.kind() != null) {
            plan(said, clock, sites, at -> corrected(right, c.kind(), c.reason(), null, at));
        }
    }

    private static <T> T or(T given, T before) {
        return given == null ? before : given;
    }

    private AppointmentCorrected corrected(Slot to, String kind, String reason, String system, Instant at) {
        return new AppointmentCorrected(
                appointmentId(),
                to.serviceId(),
                to.providerId(),
                to.patientId(),
                to.start(),
                to.end(),
                kind,
                reason,
                system,
                at);
    }

    @CommandHandler
    void handle(MarkEnteredInError c, MetaData said, Clock clock, Sites sites) {
        must(c);
        plan(said, clock, sites, at -> new AppointmentEnteredInError(appointmentId(), c.reason(), null, null, at));
    }

    @CommandHandler
    void handle(SettleAppointment c, MetaData said, Clock clock, Sites sites) {
        must(c);
        AppointmentField field = AppointmentField.of(c.field())
                .orElseThrow(() -> new Refused.BadField("/field", "is none of an appointment"));
        boolean takesPlace = field == AppointmentField.STATUS || field == AppointmentField.PATIENT;
        if (takesPlace && leads()) {
            throw new Refused.WrongState(
                    status().toString(),
                    "The appointment is " + status()
                            + ": take the patient out of the line, or the check-in back, first.");
        }
        Moment now = Moment.of(said, clock);
        Optional<AppointmentEvent> settled = field == AppointmentField.STATUS
                ? Settled.status(c, this, now.at())
                : Settled.slot(field, c, this)
                        .map(to -> field == AppointmentField.PATIENT
                                ? corrected(to, null, "settled with " + c.system(), c.system(), now.at())
                                : OutsideNews.moved(appointmentId(), to, null, c.system(), null, now.at()));
        settled.ifPresent(event -> happens(event, site(sites), leads() ? visitId() : null, now));
    }

    private void plan(MetaData said, Clock clock, Sites sites, Function<Instant, AppointmentEvent> event) {
        Moment now = Moment.of(said, clock);
        happens(event.apply(now.at()), site(sites), null, now);
    }

    /** Refuses an order that the status found does not allow. */
    void must(AppointmentCommand order) {
        AppointmentSteps.MACHINE.must(order.getClass(), status(), "");
    }

    Site site(Sites sites) {
        return sites.get(slot().siteId());
    }
}
