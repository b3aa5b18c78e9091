package carequeue.query.board;

import carequeue.api.Channel;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.PatientRecorded;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.EntryNote;
import carequeue.api.queue.EntryState;
import carequeue.api.queue.HoldReason;
import carequeue.api.queue.QueueEvent;
import carequeue.api.queue.QueueEvent.Standing;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up day of one queue: random events, also such as the aggregate would not allow; a fold must bear them all alike. */
public final class RandomDay {

    public static final String QUEUE = "main.primary-care.2026-11-23";

    /** An event and the thing and the visit it belongs to. */
    public record Happening(String aggregateId, String visitId, Object event) {}

    private final Random random;
    private final List<Happening> day = new ArrayList<>();
    private final int patients;
    private Instant now = Instant.parse("2026-11-23T14:00:00.123456789Z");

    private RandomDay(long seed) {
        random = new Random(seed);
        patients = 3 + random.nextInt(6);
    }

    public static List<Happening> of(long seed, int length) {
        return new RandomDay(seed).live(length);
    }

    private List<Happening> live(int length) {
        queue(new QueueEvent.QueueOpened(
                QUEUE, "main", "primary-care", LocalDate.of(2026, 11, 23), "A", CallingPolicy.DEFAULT));
        for (int i = 0; i < patients; i++) {
            join(i);
        }
        while (day.size() < length) {
            now = now.plusNanos(random.nextLong(1, 90_000_000_000L));
            String e = "e" + random.nextInt(patients);
            switch (random.nextInt(4)) {
                case 0 -> around();
                case 1 -> queue(random.nextBoolean() ? call(e) : step(e));
                default -> queue(step(e));
            }
        }
        return day;
    }

    private void join(int i) {
        register("p" + i, "First" + i);
        visit(
                "v" + i,
                new VisitEvent.CheckInRequested(
                        "v" + i,
                        "main",
                        LocalDate.of(2026, 11, 23),
                        Channel.DESK,
                        "p" + i,
                        null,
                        true,
                        null,
                        "primary-care",
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(2),
                        now));
        now = now.plusMillis(random.nextInt(100_000));
        queue(new QueueEvent.EntryJoined(
                QUEUE, "e" + i, "v" + i, "p" + i, "A-00" + i, i + 1, acuity(), null, null, now, now));
    }

    private void around() {
        String v = "v" + random.nextInt(patients);
        OpenItem item = OpenItem.values()[random.nextInt(OpenItem.values().length)];
        switch (random.nextInt(5)) {
            case 0 -> visit(v, new VisitEvent.ItemRaised(v, item, null, now));
            case 1 -> visit(v, new VisitEvent.ItemClosed(v, item, "test", now));
            case 2 -> visit(v, new VisitEvent.OutsideTold(v, item, "ehr", "1", now));
            case 3 -> identify(v);
            default -> register("p" + random.nextInt(patients), "Name" + random.nextInt(50));
        }
    }

    // A patient of their own each time: nobody has two open visits.
    private void identify(String visitId) {
        String patientId = "x" + day.size();
        register(patientId, "Known");
        visit(visitId, new VisitEvent.PatientIdentified(visitId, "main", patientId, "p0", now));
    }

    private QueueEvent call(String e) {
        List<String> overtaken = new ArrayList<>();
        for (int i = 0; i < patients; i++) {
            if (random.nextInt(4) == 0 && !e.equals("e" + i)) {
                overtaken.add("e" + i);
            }
        }
        return new QueueEvent.EntryCalled(
                QUEUE,
                e,
                "v",
                "t",
                "room-1",
                "Room 1",
                random.nextBoolean(),
                overtaken,
                null,
                "acuity-slot-arrival/1",
                now);
    }

    private QueueEvent step(String e) {
        return switch (random.nextInt(17)) {
            case 0 -> new QueueEvent.EntryRecalled(QUEUE, e, "v", random.nextInt(3), now);
            case 1 -> new QueueEvent.ServiceStarted(QUEUE, e, "v", "room-1", now);
            case 2 -> new QueueEvent.ServiceCompleted(QUEUE, e, "v", null, null, null, now);
            case 3 -> new QueueEvent.EntryHeld(QUEUE, e, HoldReason.values()[random.nextInt(4)], now);
            case 4 -> new QueueEvent.EntryReleased(QUEUE, e, now);
            case 15 -> new EntryNote.EntryReassigned(QUEUE, e, "v", null, "dr-" + random.nextInt(3), "ill", now);
            case 16 -> new EntryNote.ProviderMissing(QUEUE, e, "v", "dr-1", now);
            case 5 -> new QueueEvent.EntryNoShow(QUEUE, e, "v", now);
            case 6 -> new QueueEvent.EntryBroughtBack(QUEUE, e, "v", now, "keeps", now);
            case 7 -> new QueueEvent.EntryTransferred(QUEUE, e, "v", "main", "lab", "test", now, "keeps", now);
            case 8 -> new QueueEvent.EntryPrioritized(QUEUE, e, null, 1 + random.nextInt(5), "test", now);
            case 9 -> new QueueEvent.EntryLeft(QUEUE, e, "v", "test", now);
            case 10 -> new QueueEvent.EntryElsewhere(QUEUE, e, random.nextBoolean(), now);
            case 11 -> new QueueEvent.StepUndone(QUEUE, e, "v", "queue.entry-called", standing(), now);
            case 12 -> new QueueEvent.QueuePaused(QUEUE);
            case 13 -> new QueueEvent.QueueResumed(QUEUE);
            default -> new QueueEvent.QueueClosed(QUEUE);
        };
    }

    private Standing standing() {
        return new Standing(
                EntryState.WAITING,
                acuity(),
                now.minusSeconds(random.nextInt(5000)),
                null,
                null,
                null,
                null,
                null,
                random.nextInt(3));
    }

    private Integer acuity() {
        int acuity = random.nextInt(6);
        return acuity == 0 ? null : acuity;
    }

    private void register(String patientId, String name) {
        Demographics who = new Demographics(null, Phi.of(name), Phi.of("Test"), null, null, null, null);
        day.add(new Happening(
                patientId,
                null,
                random.nextBoolean()
                        ? new PatientRegistered(patientId, "main", who)
                        : new PatientRecorded(patientId, "main", who, "ehr", patientId, "1", false, now)));
    }

    private void visit(String visitId, VisitEvent event) {
        day.add(new Happening(visitId, visitId, event));
    }

    private void queue(QueueEvent event) {
        day.add(new Happening(QUEUE, null, event));
    }
}
