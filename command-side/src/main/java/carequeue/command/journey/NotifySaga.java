package carequeue.command.journey;

import static org.axonframework.modelling.saga.SagaLifecycle.associateWith;
import static org.axonframework.modelling.saga.SagaLifecycle.end;

import carequeue.api.appointment.AppointmentEvent.AppointmentArrived;
import carequeue.api.appointment.AppointmentEvent.AppointmentCancelled;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentEnteredInError;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationCommand.DispatchNotification;
import carequeue.api.notification.NotificationCommand.EndChannels;
import carequeue.api.notification.NotificationCommand.WithdrawNotification;
import carequeue.api.notification.NotificationEvent.*;
import carequeue.api.patient.Contact;
import carequeue.api.patient.PatientCommand.AskContact;
import carequeue.api.visit.VisitEvent.TakenBack;
import carequeue.command.journey.Orders.Answer;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From a reason to tell a patient something to the word that it arrived: one way after the other, as far as they allow it. */
@Saga
@ProcessingGroup("saga.notify")
public class NotifySaga {

    private static final String NAME = "notify";
    private static final String NOTIFICATION = "notificationId";
    private static final String APPOINTMENT = "appointmentId";

    private NotificationRequested request;
    private final Set<MessageChannel> tried = EnumSet.noneOf(MessageChannel.class);

    @StartSaga
    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationRequested e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        request = e;
        if (e.kind() == MessageKind.REMINDER && e.appointmentId() != null) {
            associateWith(APPOINTMENT, e.appointmentId());
        }
        if (e.visitId() != null) {
            associateWith("visitId", e.visitId());
        }
        if (e.notBefore() != null) {
            deadlines.schedule(Waiting.NOTIFICATION, e.notificationId(), "due-0", e.notBefore());
        } else {
            choose(errand(m, orders));
        }
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationPostponed e, Deadlines deadlines) {
        deadlines.schedule(Waiting.NOTIFICATION, e.notificationId(), "due-" + e.number(), e.until());
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationDue e, EventMessage<?> m, Orders orders) {
        choose(errand(m, orders));
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationDispatched e, Deadlines deadlines) {
        tried.add(e.channel());
        deadlines.schedule(Waiting.NOTIFICATION, e.notificationId(), "receipt-" + e.attempt(), e.receiptBy());
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationUndelivered e, EventMessage<?> m, Orders orders, Deadlines deadlines) {
        deadlines.cancel(Waiting.NOTIFICATION, e.notificationId(), "receipt-" + e.attempt());
        choose(errand(m, orders));
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationDelivered e, Deadlines deadlines) {
        over(deadlines);
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationRefused e, Deadlines deadlines) {
        over(deadlines);
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationFailed e, Deadlines deadlines) {
        over(deadlines);
    }

    @SagaEventHandler(associationProperty = NOTIFICATION)
    void on(NotificationWithdrawn e, Deadlines deadlines) {
        over(deadlines);
    }

    @SagaEventHandler(associationProperty = "visitId")
    void on(TakenBack e, EventMessage<?> m, Orders orders) {
        withdraw("check-in-taken-back", m, orders);
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentCancelled e, EventMessage<?> m, Orders orders) {
        withdraw("appointment-cancelled", m, orders);
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentRescheduled e, EventMessage<?> m, Orders orders) {
        withdraw("appointment-moved", m, orders);
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentEnteredInError e, EventMessage<?> m, Orders orders) {
        withdraw("appointment-cancelled", m, orders);
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentCorrected e, EventMessage<?> m, Orders orders) {
        withdraw("appointment-moved", m, orders);
    }

    @SagaEventHandler(associationProperty = APPOINTMENT)
    void on(AppointmentArrived e, EventMessage<?> m, Orders orders) {
        withdraw("patient-arrived", m, orders);
    }

    /** The next way, as the patient allows it at this moment: who said STOP meanwhile is not written to. */
    private void choose(Errand errand) {
        Answer known = errand.ask(new AskContact(request.patientId()));
        if (!(known.value() instanceof Contact contact)) {
            errand.send(new EndChannels(request.notificationId(), "no-address"));
            return;
        }
        Channels.Choice choice = new Channels(request.policy(), contact).after(tried);
        if (choice.channel() == null) {
            errand.send(new EndChannels(request.notificationId(), choice.why()));
        } else {
            errand.send(new DispatchNotification(
                    request.notificationId(),
                    choice.channel(),
                    request.patientId(),
                    choice.address(),
                    contact.preferences().language()));
        }
    }

    private void withdraw(String why, EventMessage<?> m, Orders orders) {
        errand(m, orders).send(new WithdrawNotification(request.notificationId(), why), request.notificationId());
    }

    private void over(Deadlines deadlines) {
        for (int attempt = 1; attempt <= tried.size(); attempt++) {
            deadlines.cancel(Waiting.NOTIFICATION, request.notificationId(), "receipt-" + attempt);
        }
        end();
    }

    private Errand errand(EventMessage<?> m, Orders orders) {
        return Errand.of(orders, NAME, request.visitId(), m);
    }
}
