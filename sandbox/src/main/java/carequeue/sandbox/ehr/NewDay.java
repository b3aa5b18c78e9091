package carequeue.sandbox.ehr;

import carequeue.sandbox.Settings;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Books the day's appointments as soon as a day begins, and those of the day after, whose first arrive before 03:00. */
final class NewDay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NewDay.class);

    private final Records records;
    private final DayPlan plan;
    private final Settings settings;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-new-day");
        thread.setDaemon(true);
        return thread;
    });
    private BusinessDay booked;

    NewDay(Records records, DayPlan plan, Settings settings) {
        this.records = records;
        this.plan = plan;
        this.settings = settings;
    }

    /** Books today before anybody can ask, then keeps watching. */
    void begin() {
        bookIfNew();
        long every = settings.newDayCheck().toMillis();
        watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    BusinessDay today() {
        return BusinessDay.at(settings.clock().instant(), settings.zone());
    }

    @Override
    public void close() {
        watch.shutdown();
        try {
            // not interrupted: that would close the journal in the middle of a line
            if (!watch.awaitTermination(5, TimeUnit.SECONDS)) {
                log.warn("The sandbox stops while a day is being booked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            bookIfNew();
        } catch (RuntimeException e) {
            log.error("The new day's appointments could not be booked; trying again", e);
        }
    }

    private synchronized void bookIfNew() {
        BusinessDay today = today();
        if (!today.equals(booked)) {
            book(today);
            book(today.next());
            booked = today;
        }
    }

    private void book(BusinessDay day) {
        List<Appointment> wanted =
                plan.of(day).stream().filter(appointment -> lives(appointment)).toList();
        records.addMissing(wanted);
    }

    private boolean lives(Appointment appointment) {
        String patient = appointment
                .getParticipantFirstRep()
                .getActor()
                .getReferenceElement()
                .getIdPart();
        return records.find(Patient.class, patient)
                .filter(p -> !p.hasDeceased())
                .isPresent();
    }
}
