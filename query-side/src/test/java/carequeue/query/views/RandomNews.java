package carequeue.query.views;

import carequeue.api.Phi;
import carequeue.api.conflict.ConflictEvent;
import carequeue.api.conflict.ConflictSubject;
import carequeue.api.conflict.Said;
import carequeue.api.conflict.Side;
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
import carequeue.api.site.ConflictPolicy;
import carequeue.query.board.RandomDay.Happening;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random answers of payers, fates of messages and disagreements, also such as the aggregates would not allow. */
final class RandomNews {

    private static final CoverageRef COVERAGE =
            new CoverageRef("cov-1", CoverageOrder.PRIMARY, "60054", "Sample Health", true);

    private RandomNews() {}

    static Happening of(Random random, Instant at) {
        return switch (random.nextInt(3)) {
            case 0 -> check(random, at);
            case 1 -> message(random, at);
            default -> conflict(random, at);
        };
    }

    private static Happening check(Random random, Instant at) {
        String id = "check" + random.nextInt(4);
        String visit = random.nextBoolean() ? null : "v" + random.nextInt(5);
        EligibilityState state = EligibilityState.values()[random.nextInt(8)];
        CoverageOrder first = CoverageOrder.PRIMARY;
        EligibilityEvent event = switch (random.nextInt(7)) {
            case 0, 1 -> requested(id, visit, random, at);
            case 2 ->
                new EligibilityEvent.EligibilityAnswered(
                        id, "ver", visit, first, 1, answer(state), NextStep.NOTHING, null, at.plusSeconds(60), at);
            case 3 ->
                new EligibilityEvent.EligibilityUnanswered(
                        id, "ver", visit, first, 1, NextStep.ASK_AGAIN, at.plusSeconds(60), at);
            case 4 -> new EligibilityEvent.VisitJoined(id, "ver", "v" + random.nextInt(5), first, at);
            case 5 ->
                new EligibilityEvent.EligibilityDecided(
                        id, "ver", visit, first, state, Benefits.NONE, "billing", "telephoned", at, at);
            default -> new EligibilityEvent.EligibilityHandedOver(id, "ver", visit, first, state, at);
        };
        return new Happening(id, visit, event);
    }

    static EligibilityAnswer answer(EligibilityState state) {
        return new EligibilityAnswer(state, Benefits.NONE, FollowUp.NONE, List.of("AAA03:75"));
    }

    static EligibilityEvent requested(String id, String visit, Random random, Instant at) {
        return new EligibilityEvent.EligibilityRequested(
                id,
                "ver",
                visit,
                null,
                "main",
                "p" + random.nextInt(5),
                COVERAGE,
                List.of(),
                LocalDate.of(2026, 11, 23),
                1 + random.nextInt(3),
                EligibilityEvent.Why.FIRST,
                EligibilityPolicy.DEFAULT,
                at.plusSeconds(120),
                at);
    }

    private static Happening conflict(Random random, Instant at) {
        String id = "conflict" + random.nextInt(3);
        String patient = "p" + random.nextInt(2);
        Said ours = new Said(Said.US, Phi.of("+1555010000" + random.nextInt(9)), at, null);
        Said theirs = new Said("ehr", Phi.of("+1555020000" + random.nextInt(9)), at, "2");
        ConflictEvent event = switch (random.nextInt(3)) {
            case 0 -> new ConflictEvent.ConflictChanged(id, patient, ours, theirs, at);
            case 1 ->
                new ConflictEvent.ConflictResolved(
                        id,
                        "main",
                        ConflictSubject.PATIENT,
                        patient,
                        patient,
                        null,
                        "patient.phone",
                        "ehr",
                        ConflictPolicy.Rule.BY_A_PERSON,
                        Side.THEIRS,
                        theirs.value(),
                        "manager",
                        "asked",
                        at);
            default -> raised(id, patient, ours, theirs, at);
        };
        return new Happening(id, null, event);
    }

    private static ConflictEvent raised(String id, String patient, Said ours, Said theirs, Instant at) {
        return new ConflictEvent.ConflictRaised(
                id,
                "main",
                ConflictSubject.PATIENT,
                patient,
                patient,
                null,
                "patient.phone",
                ours,
                theirs,
                ConflictPolicy.Rule.BY_A_PERSON,
                "conflict-rules/1",
                at);
    }

    private static Happening message(Random random, Instant at) {
        String id = "note" + random.nextInt(4);
        int attempt = 1 + random.nextInt(2);
        MessageChannel sms = MessageChannel.SMS;
        DeliveryStatus status = DeliveryStatus.values()[random.nextInt(5)];
        NotificationEvent event = switch (random.nextInt(8)) {
            case 0, 1 -> requested(id, "v" + random.nextInt(5), at);
            case 2 ->
                new NotificationEvent.NotificationDispatched(
                        id, "v1", "p1", attempt, sms, null, "en", "placed", 1, Map.of("ticket", "A-001"), at, at);
            case 3 -> new NotificationEvent.NotificationSent(id, "v1", attempt, sms, "SM1", at);
            case 4 -> new NotificationEvent.NotificationUndelivered(id, "v1", attempt, sms, status, "SM1", "30003", at);
            case 5 -> new NotificationEvent.ReceiptNoted(id, "v1", attempt, status, null, at);
            case 6 -> new NotificationEvent.NotificationFailed(id, "v1", "no-way-left", at);
            default -> new NotificationEvent.NotificationDelivered(id, "v1", attempt, sms, "SM1", at);
        };
        return new Happening(id, null, event);
    }

    static NotificationEvent requested(String id, String visit, Instant at) {
        return new NotificationEvent.NotificationRequested(
                id,
                "main",
                "p1",
                visit,
                null,
                "reason-of-" + id,
                MessageKind.VISIT,
                "placed",
                1,
                Map.of("ticket", "A-001"),
                null,
                null,
                NotifyPolicy.DEFAULT,
                at);
    }
}
