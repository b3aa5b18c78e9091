package carequeue.command.journey;

import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.appointment.AppointmentStatus;
import carequeue.api.payment.Basis;
import carequeue.api.payment.PaymentCommand.ProposeRefund;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentCommand.VoidPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.site.Site;
import carequeue.api.site.Sites;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/** What an appointment costs by itself, where the site asks for it: a deposit when it is booked here, a fee when nobody comes. */
@Component
@ProcessingGroup("saga.takings")
class Fees {

    private static final String NAME = "fees";

    private final Orders orders;
    private final EventStore history;
    private final Sites sites;

    Fees(Orders orders, EventStore history, Sites sites) {
        this.orders = orders;
        this.history = history;
        this.sites = sites;
    }

    /** What another system booked, it has arranged with the patient. From here the payment's own process follows it. */
    @EventHandler
    void on(AppointmentBooked e, EventMessage<?> m) {
        boolean here = e.system() == null
                && e.status() == AppointmentStatus.BOOKED
                && e.start().isAfter(e.at());
        Site site = sites.get(e.siteId());
        if (here) {
            ask(PaymentPurpose.DEPOSIT, e.appointmentId(), e.patientId(), site, e.at(), m);
        }
    }

    @EventHandler
    void on(AppointmentNoShow e, EventMessage<?> m, @MetaDataValue(Facts.SITE) String siteId) {
        ask(PaymentPurpose.NO_SHOW_FEE, e.appointmentId(), patient(e.appointmentId()), sites.get(siteId), e.at(), m);
    }

    @EventHandler
    void on(AppointmentBroughtBack e, EventMessage<?> m) {
        takeBack(e.appointmentId(), m);
    }

    /** Who comes after all owes nothing for not coming; without a fee there is nothing to take back. */
    @EventHandler
    void on(AppointmentArrived e, EventMessage<?> m) {
        takeBack(e.appointmentId(), m);
    }

    private void ask(
            PaymentPurpose purpose, String appointment, String patient, Site site, Instant at, EventMessage<?> m) {
        PaymentPolicy policy = site.policies().payment();
        boolean deposit = purpose == PaymentPurpose.DEPOSIT;
        long amount = deposit ? policy.deposit() : policy.noShowFee();
        if (amount > 0 && patient != null) {
            List<Basis.Line> lines = List.of(new Basis.Line(purpose.toString(), amount));
            errand(m)
                    .send(new RequestPayment(
                            id(appointment, purpose),
                            site.siteId(),
                            site.businessDay(at),
                            null,
                            deposit ? appointment : null,
                            patient,
                            purpose,
                            new Money(amount, policy.currency()),
                            List.of(),
                            new Basis(Basis.Source.PRICE_LIST, null, policy.name(), policy.version(), lines),
                            policy.terms(),
                            null,
                            null));
        }
    }

    private void takeBack(String appointment, EventMessage<?> m) {
        String fee = id(appointment, PaymentPurpose.NO_SHOW_FEE);
        if (!history.readEvents(fee).hasNext()) {
            return;
        }
        String why = "the patient came after all";
        if (!errand(m).send(new VoidPayment(fee, why, null)).done()) {
            errand(m).send(new ProposeRefund(fee, null, why));
        }
    }

    /** Whose appointment it is, as it was booked or put right last. */
    private String patient(String appointment) {
        return history.readEvents(appointment)
                .asStream()
                .map(message -> message.getPayload())
                .map(event -> event instanceof AppointmentBooked b
                        ? b.patientId()
                        : event instanceof AppointmentCorrected c ? c.patientId() : null)
                .filter(patient -> patient != null)
                .reduce(null, (before, after) -> after);
    }

    private static String id(String appointment, PaymentPurpose purpose) {
        return Ids.derived("payment", appointment, purpose.toString());
    }

    private Errand errand(EventMessage<?> m) {
        return Errand.of(orders, NAME, null, m);
    }
}
