package carequeue.query.revenue;

import carequeue.api.Facts;
import carequeue.api.Money;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentBroughtBack;
import carequeue.api.appointment.AppointmentEvent.AppointmentNoShow;
import carequeue.api.payment.OwedEvent.PaymentWaived;
import carequeue.api.payment.OwedEvent.PaymentWrittenOff;
import carequeue.api.payment.PaymentEvent;
import carequeue.api.visit.VisitEvent;
import carequeue.api.visit.VisitEvent.VisitLeft;
import carequeue.api.visit.VisitEvent.VisitReopened;
import carequeue.query.views.Sheet;
import carequeue.query.views.Told;
import java.time.LocalDate;
import java.util.Set;

/**
 * Something that did not come in, by one event; never changes once it is written.
 *
 * @param count below nothing where it was taken back
 */
record Missed(
        String siteId,
        LocalDate businessDay,
        String visitId,
        String appointmentId,
        String purpose,
        String kind,
        int count,
        Long amount,
        String currency,
        String actor) {

    static final Set<Class<?>> HEARD =
            Set.of(VisitLeft.class, VisitReopened.class, AppointmentNoShow.class, AppointmentBroughtBack.class);

    /** The stream and the position of the event. */
    record Key(String id, long position) {}

    static void on(Told told, Sold sold, Sheet sheet) {
        if (told.event() instanceof VisitEvent e && HEARD.contains(e.getClass())) {
            put(e.visitId(), told, e.visitId(), null, "walk-out", e instanceof VisitLeft ? 1 : -1, sheet);
        } else if (told.event() instanceof AppointmentEvent e && HEARD.contains(e.getClass())) {
            int count = e instanceof AppointmentNoShow ? 1 : -1;
            put(e.appointmentId(), told, null, e.appointmentId(), "no-show", count, sheet);
        } else if (told.event() instanceof PaymentWaived e && sold != null) {
            put(e, told, sold, "waived", e.amount(), sheet);
        } else if (told.event() instanceof PaymentWrittenOff e && sold != null) {
            put(e, told, sold, "written-off", e.amount(), sheet);
        }
    }

    private static void put(
            String id, Told told, String visit, String appointment, String kind, int count, Sheet sheet) {
        Missed row = new Missed(
                told.fact(Facts.SITE), day(told), visit, appointment, null, kind, count, null, null, actor(told));
        sheet.put(RevenueTables.MISSED, new Key(id, told.position()), row, told.position());
    }

    private static void put(PaymentEvent event, Told told, Sold sold, String kind, Money amount, Sheet sheet) {
        LocalDate day = day(told);
        Missed row = new Missed(
                sold.siteId(),
                day == null ? sold.businessDay() : day,
                sold.visitId(),
                sold.appointmentId(),
                sold.purpose().toString(),
                kind,
                1,
                amount.amount(),
                amount.currency(),
                actor(told));
        sheet.put(RevenueTables.MISSED, new Key(event.paymentId(), told.position()), row, told.position());
    }

    private static LocalDate day(Told told) {
        String day = told.fact(Facts.BUSINESS_DAY);
        return day == null ? null : LocalDate.parse(day);
    }

    private static String actor(Told told) {
        return told.fact(Facts.ACTOR);
    }
}
