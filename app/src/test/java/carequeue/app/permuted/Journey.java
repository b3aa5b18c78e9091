package carequeue.app.permuted;

import carequeue.api.Channel;
import carequeue.api.Ids;
import carequeue.api.Phi;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.*;
import carequeue.api.patient.Preferences;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentCommand.PostponePayment;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.site.Site;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One patient's way through the clinic, in the order that its course has. */
final class Journey {

    private static final Duration LONG = Duration.ofDays(10);

    private final Counter counter;
    private final Cards cards;
    private final Booking booking;
    final Payers payers;
    final Course course;
    final Site site;
    final LocalDate day;
    final String visit;
    final String patient;
    private boolean came;

    Journey(Course course, Site site, LocalDate day, Instant now, Counter counter) {
        this.course = course;
        this.site = site;
        this.day = day;
        this.counter = counter;
        visit = "visit-" + course.number();
        patient = "patient-" + course.number();
        boolean even = course.number() % 2 == 0;
        FailureKind failure = even ? FailureKind.TRY_AGAIN : FailureKind.OTHER_CARD;
        cards = new Cards(counter, Ids.derived("payment", visit, "co-pay"), failure);
        payers = new Payers(counter, this, course.number() % 4 < 2);
        booking = new Booking("appointment-" + course.number(), patient, site.siteId(), now, counter);
    }

    /** The appointment, or null for who comes without one. */
    String appointment() {
        return course.kind() == Kind.BOOKED ? booking.appointment() : null;
    }

    String coverage(int payer) {
        return "coverage-" + course.number() + "-" + payer;
    }

    void begin() {
        Phi<String> phone = Phi.of("+1555010" + (1000 + course.number()));
        Phi<String> mail = Phi.of("patient" + course.number() + "@example.org");
        counter.order(new RegisterPatient(
                patient,
                site.siteId(),
                new Demographics(null, Phi.of("Per"), Phi.of("Muted"), null, phone, mail, null)));
        boolean two = course.kind() == Kind.BILLED;
        Coverage first = insured(1, CoverageOrder.PRIMARY, "60054", "Aetna");
        Coverage second = insured(2, CoverageOrder.SECONDARY, "00007", "Medicaid");
        counter.order(new RecordCoverages(patient, two ? List.of(first, second) : List.of(first), "desk"));
        Map<MessageChannel, Preferences.Consent> ways =
                Map.of(MessageChannel.SMS, Preferences.Consent.GIVEN, MessageChannel.EMAIL, Preferences.Consent.GIVEN);
        counter.order(new ChangePreferences(patient, new Preferences(null, MessageChannel.SMS, ways)));
        if (appointment() == null) {
            comes();
        } else {
            booking.book();
        }
    }

    private Coverage insured(int payer, CoverageOrder order, String payerId, String name) {
        return new Coverage(
                coverage(payer),
                order,
                payerId,
                name,
                Phi.of("W" + payer),
                null,
                Coverage.Relationship.SELF,
                null,
                null,
                null);
    }

    /** Who says it once more is another check-in, and must not get another place. */
    private void comes() {
        counter.order(new RequestCheckIn(
                came ? again() : visit,
                site.siteId(),
                day,
                Channel.DESK,
                patient,
                null,
                true,
                appointment(),
                "lab",
                null,
                null,
                null,
                null,
                LONG));
        came = true;
    }

    String again() {
        return visit + "-again";
    }

    /** Says one word; where nobody listens yet, or any more, it is refused, as it would be outside. */
    void say(Word word) {
        switch (word) {
            case COMES -> comes();
            case LOOKUP -> counter.order(new AnswerLookup(visit, LookupOutcome.FOUND, patient, null));
            case ELIGIBILITY -> payers.covers(1, course.coPay());
            case SECOND_ELIGIBILITY -> payers.covers(2, 0);
            case PATIENCE -> {
                counter.order(new EndPatience(visit, "patient"));
                counter.order(new EndPatience(visit, "eligibility"));
            }
            case CANCELLED -> booking.isCancelledOutside();
            case DECLINED -> cards.decline();
            case CAPTURED -> cards.pay();
            case LATER -> counter.order(new PostponePayment(cards.payment(), "the card does not work"));
            case SERVED -> serve();
            case DELIVERED -> ticketMessage(DeliveryStatus.DELIVERED, null);
            case UNDELIVERED -> ticketMessage(DeliveryStatus.UNDELIVERED, "30003");
            case TOLD -> counter.order(new NoteTold(visit, OpenItem.EHR_ARRIVED, "ehr", "Encounter/1"));
            case BILLED -> payers.bill(1);
            case ACCEPTED -> payers.accepts();
            case DECIDED -> payers.decides();
            case REMITTED -> payers.pays();
            case SECOND_DECIDED -> payers.secondDecides();
            case REFUNDED -> cards.giveBack();
        }
    }

    private void ticketMessage(DeliveryStatus status, String code) {
        String message = NotificationCommand.id(site.siteId(), "placed:" + visit);
        counter.order(new RecordDelivery(message, 1, status, "SM" + course.number(), code));
    }

    private void serve() {
        if (counter.order(new AskVisit(visit)) instanceof VisitNow now && now.entryId() != null) {
            counter.order(new CallEntry(now.queueId(), now.entryId(), "lab-1", "the course has it so", site));
            counter.order(new StartService(now.queueId(), now.entryId()));
            counter.order(new CompleteService(now.queueId(), now.entryId(), null, site));
        }
    }

    @Override
    public String toString() {
        return course.toString();
    }
}
