package carequeue.query;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.appointment.AppointmentEvent;
import carequeue.api.claim.BillingEvent;
import carequeue.api.claim.ClaimState;
import carequeue.api.claim.PayerEvent;
import carequeue.api.claim.Worry;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.eligibility.Benefits;
import carequeue.api.eligibility.EligibilityAnswer;
import carequeue.api.eligibility.EligibilityEvent;
import carequeue.api.eligibility.EligibilityPolicy;
import carequeue.api.eligibility.EligibilityState;
import carequeue.api.eligibility.FollowUp;
import carequeue.api.eligibility.NextStep;
import carequeue.api.notification.DeliveryStatus;
import carequeue.api.notification.MessageChannel;
import carequeue.api.notification.MessageKind;
import carequeue.api.notification.NotificationEvent;
import carequeue.api.notification.NotifyPolicy;
import carequeue.api.patient.CoverageOrder;
import carequeue.api.patient.CoverageRef;
import carequeue.api.payment.AttemptEvent;
import carequeue.api.payment.Basis;
import carequeue.api.payment.OwedEvent;
import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentPolicy;
import carequeue.api.payment.PaymentPurpose;
import carequeue.api.payment.ReceiptCommand;
import carequeue.api.payment.ReceiptEvent;
import carequeue.api.payment.RefundEvent;
import carequeue.api.payment.Share;
import carequeue.api.payment.TillEvent;
import carequeue.api.site.ConflictPolicy;
import carequeue.api.visit.VisitEvent;
import carequeue.query.views.RandomClaims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/** The clinic of the one visit, with payments, a till, an insurance that was asked about and a message on top. */
abstract class SomeMoney extends OneVisit {

    static final CoverageRef COVERAGE = new CoverageRef("cov-1", CoverageOrder.PRIMARY, "60054", "Sample Health", true);

    static Money usd(long cents) {
        return new Money(cents, "USD");
    }

    @BeforeAll
    static void someMoney() {
        paid();
        family();
        insured();
        told();
        disagreed();
        billed();
        missed();
    }

    private static void missed() {
        String day = TODAY.toString();
        clinic.happened("v7", "v7", day, new VisitEvent.VisitLeft("v7", "p1", null, "waited long", NOW));
        clinic.happened("v8", "v8", day, new VisitEvent.VisitLeft("v8", "p1", null, "by mistake", NOW));
        clinic.happened("v8", "v8", day, new VisitEvent.VisitReopened("v8", "main", "p8", NOW));
        clinic.happened("a7", null, day, new AppointmentEvent.AppointmentNoShow("a7", null, null, NOW));
        clinic.happened(
                "m3",
                "v4",
                day,
                new OwedEvent.PaymentWaived("m3", usd(700), "kindness", "boss", null, "payments/1", usd(200), NOW));
    }

    private static void billed() {
        clinic.happened("b1", "v1", RandomClaims.drafted("b1", "v1", NOW));
        clinic.happened("b1", "v1", RandomClaims.adjudicated("b1", usd(9000), NOW));
        clinic.happened(
                "b1",
                "v1",
                TODAY.toString(),
                new PayerEvent.ClaimRemitted("b1", "v1", "eft-1", usd(9000), usd(9000), NOW));
        clinic.happened(
                "b1",
                "v1",
                new BillingEvent.ClaimHandedOver("b1", "v1", Worry.PAID_OTHERWISE, ClaimState.ADJUDICATED, NOW));
    }

    private static void disagreed() {
        clinic.happened(
                "d1",
                "v1",
                new ConflictEvent.ConflictRaised(
                        "d1",
                        "main",
                        ConflictSubject.PATIENT,
                        "p1",
                        "p1",
                        "v1",
                        "patient.phone",
                        new Said(Said.US, Phi.of("+15550102030"), NOW, null),
                        new Said("ehr", Phi.of("+15550109999"), NOW, "2"),
                        ConflictPolicy.Rule.BY_A_PERSON,
                        "conflict-rules/1",
                        NOW));
    }

    static void asked(String id, String visit, long cents, List<Share> shares, int second) {
        Basis basis = new Basis(Basis.Source.SITE_DEFAULT, null, "standard", 1, List.of());
        OwedEvent asked = new OwedEvent.PaymentRequested(
                id,
                "main",
                TODAY,
                visit,
                null,
                "p1",
                PaymentPurpose.CO_PAY,
                usd(cents),
                shares,
                basis,
                PaymentPolicy.DEFAULT.terms(),
                null,
                null,
                "front-desk",
                NOW.plusSeconds(second));
        clinic.happened(id, visit, asked);
    }

    private static void paid() {
        asked("m1", "v1", 2500, List.of(), 1);
        clinic.happened("m1", "v1", started("m1", "t1", 1500));
        clinic.happened(
                "m1",
                "v1",
                new AttemptEvent.AttemptCaptured(
                        "m1", "t1", PaymentMethod.TERMINAL, "pi_1", usd(1500), usd(0), usd(1000), "v1", NOW));
        clinic.happened(
                "till-1", null, new TillEvent.TillOpened("till-1", "main", TODAY, "front-desk", 1, usd(10000), NOW));
        clinic.happened(
                "m1",
                "v1",
                new AttemptEvent.CashTaken(
                        "m1", "t2", 2, "till-1", usd(1000), usd(2000), usd(1000), usd(0), "v1", "front-desk", NOW));
        clinic.happened(
                "till-1", null, new TillEvent.CashMoved("till-1", "t2", "m1", usd(1000), usd(11000), false, NOW));
        clinic.happened(
                "receipts.main",
                "v1",
                new ReceiptEvent.ReceiptIssued(
                        "receipts.main",
                        "main",
                        1,
                        "t2",
                        "m1",
                        "v1",
                        usd(1000),
                        List.of(new ReceiptCommand.ReceiptLine("co-pay", usd(1000))),
                        NOW));
        clinic.happened(
                "m1",
                "v1",
                new RefundEvent.RefundRequested(
                        "m1",
                        "r1",
                        "t1",
                        PaymentMethod.TERMINAL,
                        "pi_1",
                        usd(500),
                        "too much",
                        null,
                        "main",
                        "billing",
                        null,
                        NOW));
        clinic.happened("m1", "v1", new RefundEvent.RefundDone("m1", "r1", "re_1", usd(500), null, NOW));
    }

    private static AttemptEvent started(String id, String attempt, long cents) {
        return new AttemptEvent.AttemptStarted(
                id,
                attempt,
                1,
                PaymentMethod.TERMINAL,
                usd(cents),
                false,
                "reader",
                null,
                "main",
                "v1",
                "p1",
                PaymentPolicy.DEFAULT.terms(),
                "front-desk",
                NOW);
    }

    private static void family() {
        asked("m2", "v2", 1001, List.of(new Share("v2", "p1", 500), new Share("v3", "p2", 501)), 2);
        clinic.happened(
                "m2",
                "v2",
                new AttemptEvent.CashTaken(
                        "m2", "t3", 1, "till-1", usd(1001), usd(1001), usd(0), usd(0), "v2", "front-desk", NOW));
        asked("m3", "v4", 900, List.of(), 3);
        clinic.happened("m3", "v4", new OwedEvent.PaymentHeld("m3", NOW));
    }

    private static void insured() {
        for (String id : List.of("c1", "c2")) {
            clinic.happened(
                    id,
                    "v1",
                    new EligibilityEvent.EligibilityRequested(
                            id,
                            "ver",
                            "v1",
                            "a1",
                            "main",
                            "p1",
                            COVERAGE,
                            List.of(),
                            TODAY,
                            1,
                            EligibilityEvent.Why.FIRST,
                            EligibilityPolicy.DEFAULT,
                            NOW,
                            NOW));
        }
        EligibilityAnswer wrong = new EligibilityAnswer(
                EligibilityState.PATIENT_MUST_CORRECT,
                Benefits.NONE,
                FollowUp.CORRECT_AND_RESUBMIT,
                List.of("AAA03:75"));
        clinic.happened(
                "c1",
                "v1",
                new EligibilityEvent.EligibilityAnswered(
                        "c1", "ver", "v1", CoverageOrder.PRIMARY, 1, wrong, NextStep.PERSON, null, null, NOW));
        clinic.happened(
                "c1",
                "v1",
                new EligibilityEvent.EligibilityHandedOver(
                        "c1", "ver", "v1", CoverageOrder.PRIMARY, EligibilityState.PATIENT_MUST_CORRECT, NOW));
    }

    private static void told() {
        clinic.happened(
                "n1",
                "v1",
                new NotificationEvent.NotificationRequested(
                        "n1",
                        "main",
                        "p1",
                        "v1",
                        null,
                        "placed:v1",
                        MessageKind.VISIT,
                        "placed",
                        1,
                        Map.of("ticket", "A-001"),
                        null,
                        null,
                        NotifyPolicy.DEFAULT,
                        NOW));
        clinic.happened(
                "n1",
                "v1",
                new NotificationEvent.NotificationDispatched(
                        "n1",
                        "v1",
                        "p1",
                        1,
                        MessageChannel.SMS,
                        Phi.of("+15550102030"),
                        "en",
                        "placed",
                        1,
                        Map.of("ticket", "A-001"),
                        NOW,
                        NOW));
        clinic.happened(
                "n1",
                "v1",
                new NotificationEvent.NotificationUndelivered(
                        "n1", "v1", 1, MessageChannel.SMS, DeliveryStatus.UNDELIVERED, "SM1", "30003", NOW));
    }
}
