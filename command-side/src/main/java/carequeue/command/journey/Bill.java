package carequeue.command.journey;

import carequeue.api.Ids;
import carequeue.api.payment.PaymentCommand.RequestPayment;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.visit.VisitCommand.VisitNow;
import carequeue.api.visit.VisitEvent.CheckInRequested;
import java.time.LocalDate;
import java.util.List;

/** Whose visit it is for which somebody pays. */
record Bill(String siteId, LocalDate day, String visitId, String appointmentId, String patientId, String serviceId) {

    static Bill of(CheckInRequested r, String patientId) {
        return new Bill(r.siteId(), r.businessDay(), r.visitId(), r.appointmentId(), patientId, r.serviceId());
    }

    static Bill of(VisitNow v) {
        return new Bill(v.siteId(), v.businessDay(), v.visitId(), v.appointmentId(), v.patientId(), v.serviceId());
    }

    /** A visit is asked once for each purpose, whoever asks. */
    String payment(PaymentPurpose purpose) {
        return Ids.derived("payment", visitId, purpose.toString());
    }

    RequestPayment ask(Owed owed, PaymentPolicy policy, String queueId, String entryId) {
        return new RequestPayment(
                payment(owed.purpose()),
                siteId,
                day,
                visitId,
                null,
                patientId,
                owed.purpose(),
                owed.amount(),
                List.of(),
                owed.basis(),
                policy.terms(),
                queueId,
                entryId);
    }
}
