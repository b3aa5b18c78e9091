package carequeue.app.benchmark;

import carequeue.api.Channel;
import carequeue.api.Facts;
import carequeue.api.Phi;
import carequeue.api.patient.Demographics;
import carequeue.api.patient.PatientEvent.PatientRegistered;
import carequeue.api.queue.CallingPolicy;
import carequeue.api.queue.QueueEvent;
import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits that ran as they do: eleven events each, of the visit and of its queue, many visits mixed with one another. */
final class MadeHistory {

    private static final int VISITS_A_DAY = 300;
    private static final int PATIENTS = 500;
    private static final Instant BEGIN = Instant.parse("2026-01-05T14:00:00Z");

    private final EventStore store;
    private final TransactionTemplate transaction;
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<EventMessage<?>> pending = new ArrayList<>();

    MadeHistory(Clinic clinic) {
        store = clinic.get(EventStore.class);
        transaction = new TransactionTemplate(clinic.get(PlatformTransactionManager.class));
    }

    /** So many visits. */
    void visits(int number) {
        for (int i = 0; i < number; i += 20) {
            for (int step = 0; step < 6; step++) {
                for (int visit = i; visit < i + 20; visit++) {
                    step(visit, step);
                }
            }
            List<EventMessage<?>> events = List.copyOf(pending);
            pending.clear();
            transaction.executeWithoutResult(status -> store.publish(events));
        }
    }

    private void step(int i, int step) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(i / VISITS_A_DAY);
        String queue = "main.primary-care." + day;
        String visit = "visit-" + i;
        String entry = "entry-" + i;
        String patient = "patient-" + i % PATIENTS;
        Instant at = BEGIN.plus(Duration.ofMinutes(i * 2L + step));
        switch (step) {
            case 0 -> begin(i, day, queue, visit, patient, at);
            case 1 -> {
                add(visit, visit, new VisitEvent.PatientLookupAnswered(visit, LookupOutcome.FOUND, patient, null, at));
                add(
                        queue,
                        visit,
                        new QueueEvent.EntryJoined(
                                queue, entry, visit, patient, "A-" + i, i, 1 + i % 5, null, null, at, at));
                add(visit, visit, new VisitEvent.VisitPlaced(visit, patient, null, queue, entry, "A-" + i, at));
            }
            case 2 -> {
                add(visit, visit, new VisitEvent.OutsideTold(visit, OpenItem.EHR_ARRIVED, "ehr", "Encounter/1", at));
                add(
                        queue,
                        visit,
                        new QueueEvent.EntryCalled(
                                queue, entry, visit, "A-" + i, "room-1", "Room 1", true, List.of(), null, "order/1",
                                at));
            }
            case 3 -> {
                add(queue, visit, new QueueEvent.ServiceStarted(queue, entry, visit, "room-1", at));
                add(visit, visit, new VisitEvent.ServiceBegun(visit, patient, at));
            }
            case 4 -> add(queue, visit, new QueueEvent.ServiceCompleted(queue, entry, visit, null, null, null, at));
            default -> add(visit, visit, new VisitEvent.VisitFinished(visit, patient, null, at));
        }
    }

    private void begin(int i, LocalDate day, String queue, String visit, String patient, Instant at) {
        if (i < PATIENTS) {
            Demographics who =
                    new Demographics(Phi.of("MRN" + i), Phi.of("Ada" + i), Phi.of("Benchmark"), null, null, null, null);
            add(patient, null, new PatientRegistered(patient, "main", who));
        }
        if (i % VISITS_A_DAY == 0) {
            add(
                    queue,
                    null,
                    new QueueEvent.QueueOpened(queue, "main", "primary-care", day, "A", CallingPolicy.DEFAULT));
        }
        add(
                visit,
                visit,
                new VisitEvent.CheckInRequested(
                        visit,
                        "main",
                        day,
                        Channel.DESK,
                        patient,
                        null,
                        true,
                        null,
                        "primary-care",
                        null,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(2),
                        at));
    }

    private void add(String aggregate, String visit, Object event) {
        Map<String, Object> facts = new HashMap<>(
                Map.of(Facts.ACTOR, "mary", Facts.ROLES, "front-desk", Facts.CHANNEL, "desk", Facts.SITE, "main"));
        if (visit != null) {
            facts.put(Facts.CORRELATION_ID, visit);
        }
        long sequence = sequences.merge(aggregate, 0L, (before, first) -> before + 1);
        pending.add(new GenericDomainEventMessage<>("Benchmark", aggregate, sequence, event, facts));
    }
}
