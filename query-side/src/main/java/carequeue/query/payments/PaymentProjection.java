package carequeue.query.payments;

import carequeue.api.patient.PatientEvent;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.payment.PaymentQuery.Receipt;
import carequeue.api.payment.ReceiptEvent;
import carequeue.api.payment.ReceiptEvent.ReceiptIssued;
import carequeue.api.payment.TillEvent;
import carequeue.query.views.Folded;
import carequeue.query.views.Folds;
import carequeue.query.views.Noted;
import carequeue.query.views.Part;
import carequeue.query.views.PartedView;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Writes what is seen of payments, tills and receipts. */
@Component
@ProcessingGroup(PaymentProjection.VIEW)
class PaymentProjection implements PartedView {

    static final String VIEW = "view.payments";

    private static final List<Part> PARTS = List.of(
            new Folded<>(
                    PaymentEvent.class,
                    PaymentEvent::paymentId,
                    PaymentRows.PAYMENTS,
                    (before, e, told) -> AccountFold.on(before, e)),
            new Folded<>(TillEvent.class, TillEvent::tillId, CashRows.TILLS, (before, e, told) -> Drawer.on(before, e)),
            new Noted<>(
                    ReceiptIssued.class,
                    e -> new CashRows.Number(e.siteId(), e.number()),
                    CashRows.RECEIPTS,
                    PaymentProjection::receipt),
            PaymentRows.NAMES);

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
    public List<Part> parts() {
        return PARTS;
    }

    private static Receipt receipt(ReceiptIssued e) {
        return new Receipt(e.siteId(), e.number(), e.at(), e.paymentId(), e.visitId(), e.amount(), e.lines());
    }
}
