package carequeue.query.revenue;

import carequeue.api.Facts;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.claim.ClaimEvent;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.queue.EntryNote.EntryReassigned;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.query.views.Folds;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes every movement of money on the business day it moved. */
@Component
@ProcessingGroup(RevenueProjection.VIEW)
class RevenueProjection implements View {

    static final String VIEW = "view.revenue";

    private final Folds folds;

    RevenueProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(CheckInRequested event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(VisitLeft event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(VisitReopened event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(AppointmentEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(EntryJoined event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(EntryReassigned event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(EligibilityEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(ClaimEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(
                RevenueTables.SOLD,
                RevenueTables.MONEY,
                RevenueTables.VISITS,
                RevenueTables.APPOINTMENTS,
                RevenueTables.ENTRIES,
                RevenueTables.PAYERS,
                RevenueTables.CLAIMS,
                RevenueTables.MISSED);
    }

    @Override
    public boolean hears(Class<?> event) {
        return PaymentEvent.class.isAssignableFrom(event)
                || Belonging.HEARD.contains(event)
                || Missed.HEARD.contains(event)
                || Remittances.HEARD.contains(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof PaymentEvent e) {
            sheet.want(RevenueTables.SOLD, e.paymentId());
        }
        Belonging.wants(told, sheet);
        Remittances.wants(told, sheet);
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof PaymentEvent e) {
            Sold sold = Sold.on(sheet.get(RevenueTables.SOLD, e.paymentId()), e);
            if (sold != null) {
                sheet.put(RevenueTables.SOLD, e.paymentId(), sold, told.position());
                moved(told, e, sold, sheet);
                Missed.on(told, sold, sheet);
            }
        } else {
            Missed.on(told, null, sheet);
        }
        Belonging.on(told, sheet);
        Remittances.on(told, sheet);
    }

    private static void moved(Told told, PaymentEvent event, Sold sold, Sheet sheet) {
        Movement movement = Movement.of(event, sold);
        if (movement == null) {
            return;
        }
        int part = 0;
        for (Movement.Part each : movement.parts(sold)) {
            MoneyRow row = new MoneyRow(
                    sold.siteId(),
                    day(told, sold),
                    each.visitId(),
                    sold.appointmentId(),
                    sold.purpose().toString(),
                    movement.method() == null ? null : movement.method().toString(),
                    null,
                    each.amount(),
                    movement.currency(),
                    told.fact(Facts.ACTOR));
            MoneyRow.Key key = new MoneyRow.Key(event.paymentId(), told.position(), part++);
            sheet.put(RevenueTables.MONEY, key, row, told.position());
        }
    }

    private static LocalDate day(Told told, Sold sold) {
        String day = told.fact(Facts.BUSINESS_DAY);
        return day == null ? sold.businessDay() : LocalDate.parse(day);
    }
}
