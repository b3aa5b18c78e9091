package carequeue.query.revenue;

import static carequeue.query.revenue.RevenueTables.APPOINTMENTS;
import static carequeue.query.revenue.RevenueTables.ENTRIES;
import static carequeue.query.revenue.RevenueTables.PAYERS;
import static carequeue.query.revenue.RevenueTables.VISITS;

import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.appointment.AppointmentEvent.AppointmentBooked;
import carequeue.api.appointment.AppointmentEvent.AppointmentCorrected;
import carequeue.api.appointment.AppointmentEvent.AppointmentRescheduled;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityEvent.AnswerStands;
import carequeue.api.eligibility.EligibilityEvent.EligibilityRequested;
import carequeue.api.eligibility.EligibilityEvent.VisitJoined;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.queue.EntryNote.EntryReassigned;
import carequeue.api.queue.QueueEvent.EntryEvent;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import carequeue.query.revenue.RevenueTables.Booked;
import carequeue.query.revenue.RevenueTables.Insured;
import carequeue.query.revenue.RevenueTables.OfVisit;
import carequeue.query.revenue.RevenueTables.Seen;
import carequeue.query.views.Sheet;
import carequeue.query.views.Told;
import java.util.Set;

/** The fold of what money is attributed to. Each row is of one aggregate, so that it does not matter which is heard first. */
final class Belonging {

    static final Set<Class<?>> HEARD = Set.of(
            CheckInRequested.class,
            AppointmentBooked.class,
            AppointmentRescheduled.class,
            AppointmentCorrected.class,
            EntryJoined.class,
            EntryReassigned.class,
            EligibilityRequested.class,
            VisitJoined.class,
            AnswerStands.class);

    private Belonging() {}

    static void wants(Told told, Sheet sheet) {
        Object event = told.event();
        if (event instanceof CheckInRequested e) {
            sheet.want(VISITS, e.visitId());
        } else if (event instanceof AppointmentEvent e && HEARD.contains(e.getClass())) {
            sheet.want(APPOINTMENTS, e.appointmentId());
        } else if (event instanceof EntryJoined || event instanceof EntryReassigned) {
            sheet.want(ENTRIES, ((EntryEvent) event).entryId());
        } else if (event instanceof EligibilityEvent e) {
            sheet.want(PAYERS, e.checkId());
        }
    }

    static void on(Told told, Sheet sheet) {
        long position = told.position();
        if (told.event() instanceof CheckInRequested e) {
            sheet.put(VISITS, e.visitId(), new OfVisit(e.serviceId(), e.providerId(), e.appointmentId()), position);
        } else if (told.event() instanceof AppointmentBooked e) {
            sheet.put(APPOINTMENTS, e.appointmentId(), new Booked(e.serviceId(), e.providerId()), position);
        } else if (told.event() instanceof AppointmentRescheduled e) {
            Booked before = sheet.get(APPOINTMENTS, e.appointmentId());
            String service = e.serviceId() == null && before != null ? before.serviceId() : e.serviceId();
            sheet.put(APPOINTMENTS, e.appointmentId(), new Booked(service, e.providerId()), position);
        } else if (told.event() instanceof AppointmentCorrected e) {
            sheet.put(APPOINTMENTS, e.appointmentId(), new Booked(e.serviceId(), e.providerId()), position);
        } else if (told.event() instanceof EntryJoined e) {
            sheet.put(ENTRIES, e.entryId(), new Seen(e.visitId(), e.providerId()), position);
        } else if (told.event() instanceof EntryReassigned e) {
            sheet.put(ENTRIES, e.entryId(), new Seen(e.visitId(), e.providerId()), position);
        } else if (told.event() instanceof EligibilityEvent e) {
            insured(e, sheet, position);
        }
    }

    private static void insured(EligibilityEvent event, Sheet sheet, long position) {
        if (event instanceof EligibilityRequested e) {
            if (e.coverage().order() == CoverageOrder.PRIMARY) {
                sheet.put(
                        PAYERS,
                        e.checkId(),
                        new Insured(e.visitId(), e.coverage().payerName()),
                        position);
            }
        } else if (event.visitId() != null && (event instanceof VisitJoined || event instanceof AnswerStands)) {
            Insured before = sheet.get(PAYERS, event.checkId());
            if (before != null) {
                sheet.put(PAYERS, event.checkId(), new Insured(event.visitId(), before.payerName()), position);
            }
        }
    }
}
