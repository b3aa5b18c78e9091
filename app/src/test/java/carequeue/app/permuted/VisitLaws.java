package carequeue.app.permuted;

import static org.assertj.core.api.Assertions.assertThat;

import carequeue.api.appointment.AppointmentEvent.*;
import carequeue.api.eligibility.EligibilityEvent.EligibilityAnswered;
import carequeue.api.notification.NotificationEvent.NotificationDelivered;
import carequeue.api.notification.NotificationEvent.NotificationDispatched;
import carequeue.api.notification.NotificationEvent.NotificationRequested;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.payment.OwedEvent.PaymentRequested;
import carequeue.api.queue.QueueEvent.EntryJoined;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent.VisitFinished;
import java.util.List;
import java.util.Set;

/** What holds of every visit, its messages and its appointment. */
record VisitLaws(Outcome outcome) {

    void oneTicketAndOneEnd() {
        int one = outcome.isTakenIn() ? 1 : 0;
        assertThat(outcome.isRefused()).as("%s refused", outcome).isEqualTo(outcome.comesInVain());
        assertThat(outcome.tickets()).as("%s places", outcome).hasSize(one);
        assertThat(outcome.all(VisitFinished.class)).as("%s ends", outcome).hasSize(one);
        assertThat(outcome.again())
                .as("%s once more", outcome)
                .noneMatch(e -> e instanceof EntryJoined || e instanceof PaymentRequested);
    }

    boolean payerSpoke(CoverageOrder order) {
        return outcome.all(EligibilityAnswered.class).stream()
                .anyMatch(e -> e.order() == order && e.answer().outcome().decided());
    }

    void whatIsOpenIsNamed() {
        Set<OpenItem> open = outcome.open();
        boolean in = outcome.isTakenIn();
        assertThat(open.contains(OpenItem.INSURANCE_UNVERIFIED))
                .as("%s insurance open", outcome)
                .isEqualTo(in && !payerSpoke(CoverageOrder.PRIMARY));
        assertThat(open.contains(OpenItem.PATIENT_DATA_CACHED))
                .as("%s patient data open", outcome)
                .isEqualTo(in && !outcome.says(Word.LOOKUP));
    }

    void toldOnceByEachWay() {
        assertThat(outcome.all(NotificationRequested.class))
                .extracting(NotificationRequested::reason)
                .as("%s messages", outcome)
                .doesNotHaveDuplicates();
        assertThat(outcome.all(NotificationRequested.class).stream()
                        .anyMatch(e -> e.reason().equals("placed:" + outcome.journey().visit)))
                .as("%s told of the place", outcome)
                .isEqualTo(outcome.isTakenIn());
        assertThat(outcome.all(NotificationDispatched.class))
                .extracting(e -> e.notificationId() + e.channel())
                .as("%s ways", outcome)
                .doesNotHaveDuplicates();
        assertThat(outcome.all(NotificationDelivered.class))
                .extracting(NotificationDelivered::notificationId)
                .as("%s deliveries", outcome)
                .doesNotHaveDuplicates();
        outcome.all(NotificationDelivered.class).forEach(this::nothingIsSentAfter);
    }

    private void nothingIsSentAfter(NotificationDelivered arrived) {
        List<Object> events = outcome.events();
        assertThat(events.subList(events.indexOf(arrived), events.size()))
                .as("%s sent once more", outcome)
                .noneMatch(e -> e instanceof NotificationDispatched sent
                        && sent.notificationId().equals(arrived.notificationId()));
    }

    /** Who comes before the EHR cancels keeps the appointment, and the EHR's word is noted once. */
    void theAppointmentEndsAsItShould() {
        if (outcome.journey().appointment() == null) {
            return;
        }
        boolean in = outcome.isTakenIn();
        boolean said = outcome.says(Word.CANCELLED);
        count(AppointmentArrived.class, in);
        count(AppointmentCheckedIn.class, in);
        count(AppointmentFulfilled.class, in);
        count(ArrivalWithdrawn.class, false);
        count(AppointmentCancelled.class, said && !in);
        count(OutsideChangeNoted.class, said && in);
    }

    private void count(Class<?> what, boolean once) {
        assertThat(outcome.ofAppointment(what))
                .as("%s %s", outcome, what.getSimpleName())
                .hasSize(once ? 1 : 0);
    }

    /** A process that has not ended waits for a word that was not said. */
    void noProcessWaitsForNothing() {
        assertThat(outcome.processes()).as("%s processes", outcome).doesNotContain("VisitCompletionSaga");
        assertThat(outcome.processes().contains("CheckInSaga"))
                .as("%s check-in goes on", outcome)
                .isEqualTo(outcome.isTakenIn() && !outcome.says(Word.LOOKUP));
    }
}
