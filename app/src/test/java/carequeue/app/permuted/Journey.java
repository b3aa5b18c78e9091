package carequeue.app.permuted;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Ids;
import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.Refused;
import carequeue.api.eligibility.*;
import carequeue.api.eligibility.EligibilityCommand.RecordEligibility;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.NotificationCommand;
import carequeue.api.notification.NotificationCommand.RecordDelivery;
import carequeue.api.patient.Coverage;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientCommand.*;
import carequeue.api.patient.Preferences;
import carequeue.api.payment.AttemptState;
import carequeue.api.payment.PaymentCommand.*;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.RefundEvent.RefundProposed;
import carequeue.api.payment.RefundState;
import carequeue.api.queue.QueueCommand.*;
import carequeue.api.site.Site;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitCommand.*;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** One patient's way through the clinic, in the order that its course has. */
final class Journey {

    private static final Duration LONG = Duration.ofDays(10);

    private final CommandGateway commands;
    private final EventStore history;
    private final Site site;
    final Course course;
    final String visit;
    final String payment;
    private final LocalDate day;
    private final String patient;
    private final String coverage;

    Journey(Course course, Site site, LocalDate day, CommandGateway commands, EventStore history) {
        this.course = course;
        this.site = site;
        this.day = day;
        this.commands = commands;
        this.history = history;
        visit = "visit-" + course.number();
        patient = "patient-" + course.number();
        coverage = "coverage-" + course.number();
        payment = Ids.derived("payment", visit, "co-pay");
    }

    void begin() {
        Phi<String> phone = Phi.of("+1555010" + (1000 + course.number()));
        order(new RegisterPatient(
                patient,
                site.siteId(),
                new Demographics(null, Phi.of("Per"), Phi.of("Muted"), null, phone, null, null)));
        Coverage insured = new Coverage(
                coverage,
                CoverageOrder.PRIMARY,
                "60054",
                "Aetna",
                Phi.of("W1"),
                null,
                Coverage.Relationship.SELF,
                null,
                null,
                null);
        order(new RecordCoverages(patient, List.of(insured), "desk"));
        order(new ChangePreferences(
                patient, new Preferences(null, null, Map.of(MessageChannel.SMS, Preferences.Consent.GIVEN))));
        order(new RequestCheckIn(
                visit,
                site.siteId(),
                day,
                Channel.DESK,
                patient,
                null,
                true,
                null,
                "lab",
                null,
                null,
                null,
                null,
                LONG));
    }

    /** Says one word; where nobody listens yet, or any more, it is refused, as it would be outside. */
    void say(Word word) {
        switch (word) {
            case LOOKUP -> order(new AnswerLookup(visit, LookupOutcome.FOUND, patient, null));
            case ELIGIBILITY -> order(new RecordEligibility(check(), 1, active()));
            case PATIENCE -> {
                order(new EndPatience(visit, "patient"));
                order(new EndPatience(visit, "eligibility"));
            }
            case CAPTURED -> pay();
            case SERVED -> serve();
            case DELIVERED ->
                order(new RecordDelivery(
                        NotificationCommand.id(site.siteId(), "placed:" + visit),
                        1,
                        DeliveryStatus.DELIVERED,
                        "SM" + course.number(),
                        null));
            case TOLD -> order(new NoteTold(visit, OpenItem.EHR_ARRIVED, "ehr", "Encounter/1"));
            case REFUNDED -> giveBack();
        }
    }

    private String check() {
        return EligibilityCommand.id(site.siteId(), patient, coverage, day);
    }

    private EligibilityAnswer active() {
        Benefits benefits = new Benefits(new Money(course.coPay(), "USD"), null, null, Benefits.Network.IN, null, null);
        return new EligibilityAnswer(EligibilityState.ACTIVE, benefits, FollowUp.NONE, List.of());
    }

    /** The card is charged; the provider's word of it comes twice. */
    private void pay() {
        CollectPayment card =
                new CollectPayment(payment, PaymentMethod.SAVED_CARD, null, false, null, null, null, "pm_1");
        if (order(card) instanceof PaymentOutcome begun) {
            ReportAttempt captured = new ReportAttempt(
                    payment, begun.attemptId(), AttemptState.CAPTURED, "pi_1", begun.rest(), null, null, null);
            order(captured);
            order(captured);
        }
    }

    private void serve() {
        if (order(new AskVisit(visit)) instanceof VisitNow now && now.entryId() != null) {
            order(new CallEntry(now.queueId(), now.entryId(), "lab-1", "the course has it so", site));
            order(new StartService(now.queueId(), now.entryId()));
            order(new CompleteService(now.queueId(), now.entryId(), null, site));
        }
    }

    /** Gives back what was proposed; the provider's word of it comes twice. */
    private void giveBack() {
        List<RefundProposed> proposed = history.readEvents(payment)
                .asStream()
                .map(m -> (Object) m.getPayload())
                .filter(RefundProposed.class::isInstance)
                .map(RefundProposed.class::cast)
                .toList();
        for (RefundProposed one : proposed) {
            RefundPayment order = new RefundPayment(payment, one.amount().amount(), "proposed", false, null);
            if (order(order) instanceof PaymentOutcome) {
                ReportRefund done = new ReportRefund(
                        payment,
                        Ids.derived("refund", payment, "1"),
                        Ids.derived("attempt", payment, "1"),
                        one.amount(),
                        RefundState.DONE,
                        "re_1",
                        null);
                order(done);
                order(done);
            }
        }
    }

    private Object order(Object command) {
        Map<String, String> facts = Map.of(Facts.ACTOR, "fran", Facts.ROLES, "front-desk billing manager");
        try {
            Object answer = commands.sendAndWait(
                    GenericCommandMessage.asCommandMessage(command).andMetaData(facts));
            return answer == null ? "done" : answer;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused || cause.getClass().getSimpleName().equals("AggregateNotFoundException")) {
                    return cause;
                }
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return course.toString();
    }
}
