package carequeue.query.payments;

import carequeue.api.patient.PatientEvent;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.payment.ReceiptEvent;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.TillEvent;
import carequeue.query.views.Folds;
import carequeue.query.views.Names;
import carequeue.query.views.Sheet;
import carequeue.query.views.Table;
import carequeue.query.views.Told;
import carequeue.query.views.View;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes what is seen of payments, tills and receipts. */
@Component
@ProcessingGroup(PaymentProjection.VIEW)
class PaymentProjection implements View {

    static final String VIEW = "view.payments";

    private final Folds folds;

    PaymentProjection(Folds folds) {
        this.folds = folds;
    }

    @EventHandler
    void on(PaymentEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(TillEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(ReceiptEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @EventHandler
    void on(PatientEvent event, EventMessage<?> message, TrackingToken token) {
        folds.fold(this, message, token);
    }

    @Override
    public String name() {
        return VIEW;
    }

    @Override
    public List<Table<?, ?>> tables() {
        return List.of(PaymentRows.PAYMENTS, CashRows.TILLS, CashRows.RECEIPTS, PaymentRows.NAMES.table());
    }

    @Override
    public boolean hears(Class<?> event) {
        return PaymentEvent.class.isAssignableFrom(event)
                || TillEvent.class.isAssignableFrom(event)
                || event == ReceiptIssued.class
                || Names.hears(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (told.event() instanceof PaymentEvent e) {
            sheet.want(PaymentRows.PAYMENTS, e.paymentId());
        } else if (told.event() instanceof TillEvent e) {
            sheet.want(CashRows.TILLS, e.tillId());
        }
        PaymentRows.NAMES.wants(told, sheet);
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (told.event() instanceof PaymentEvent e) {
            Account after = AccountFold.on(sheet.get(PaymentRows.PAYMENTS, e.paymentId()), e);
            if (after != null) {
                sheet.put(PaymentRows.PAYMENTS, e.paymentId(), after, told.position());
            }
        } else if (told.event() instanceof TillEvent e) {
            Drawer after = Drawer.on(sheet.get(CashRows.TILLS, e.tillId()), e);
            if (after != null) {
                sheet.put(CashRows.TILLS, e.tillId(), after, told.position());
            }
        } else if (told.event() instanceof ReceiptIssued e) {
            CashRows.Number number = new CashRows.Number(e.siteId(), e.number());
            sheet.put(CashRows.RECEIPTS, number, receipt(e), told.position());
        }
        PaymentRows.NAMES.on(told, sheet);
    }

    private static Receipt receipt(ReceiptIssued e) {
        return new Receipt(e.siteId(), e.number(), e.at(), e.paymentId(), e.visitId(), e.amount(), e.lines());
    }
}
