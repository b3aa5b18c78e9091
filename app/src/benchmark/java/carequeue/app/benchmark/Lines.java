package carequeue.app.benchmark;

import carequeue.api.Channel;
import carequeue.api.Ids;
import carequeue.api.queue.QueueCommand.JoinQueue;
import carequeue.api.queue.QueueCommand.MarkElsewhere;
import carequeue.api.site.Policies;
import carequeue.api.site.Site;
import carequeue.api.visit.VisitCommand.RequestCheckIn;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Queues of 100 entries, one for each sender, and their counterparts for the raw side. */
final class Lines {

    private static final int ENTRIES = 100;
    private static final LocalDate DAY = LocalDate.parse("2030-01-01");
    private static final Site MAIN = new Site(
            "main",
            "Main Street Clinic",
            ZoneId.of("America/New_York"),
            LocalTime.of(3, 0),
            new Site.OpeningHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT),
            List.of(new Site.Service("lab", "Laboratory", "L")),
            List.of(),
            Policies.DEFAULT);

    private final Clinic clinic;
    private final List<String> entries = new ArrayList<>();

    Lines(Clinic clinic, int senders) {
        this.clinic = clinic;
        for (int sender = 0; sender < senders; sender++) {
            for (int i = 0; i < ENTRIES; i++) {
                JoinQueue join = join(DAY.plusDays(sender));
                clinic.send(join);
                if (i == 0) {
                    entries.add(join.entryId());
                }
            }
        }
        clinic.send(new MarkElsewhere(queue(0), entries.get(0), true));
        clinic.send(new MarkElsewhere(queue(0), entries.get(0), false));
    }

    static JoinQueue join(LocalDate day) {
        return join(day, UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    private static JoinQueue join(LocalDate day, String visitId, String patientId) {
        return new JoinQueue(
                Ids.queue("main", "lab", day),
                "main",
                "lab",
                day,
                UUID.randomUUID().toString(),
                visitId,
                patientId,
                null,
                null,
                null,
                null,
                null,
                null,
                MAIN);
    }

    /** Begins a visit that waits for its time, and answers with the order that places it now. */
    static JoinQueue visitOf(Clinic clinic, LocalDate day) {
        JoinQueue join =
                join(day, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        clinic.send(new RequestCheckIn(
                join.visitId(),
                "main",
                day,
                Channel.DESK,
                join.patientId(),
                null,
                false,
                null,
                "lab",
                null,
                null,
                null,
                null,
                Duration.ofSeconds(2),
                Instant.now().plus(Duration.ofHours(12)),
                null,
                null));
        return join;
    }

    private static String queue(int sender) {
        return Ids.queue("main", "lab", DAY.plusDays(sender));
    }

    Contestant ordered() {
        return sender -> {
            AtomicLong times = new AtomicLong();
            return () -> clinic.send(
                    new MarkElsewhere(queue(sender), entries.get(sender), times.getAndIncrement() % 2 == 0));
        };
    }

    /** Loads a hundred rows of the sender's queue, then inserts one and commits. */
    Contestant raw(RawHistory raw) {
        AtomicLong sequence = new AtomicLong(1_000_000);
        return sender -> {
            RawHistory.Hand hand = raw.hand();
            return new Contestant.Worker() {
                @Override
                public void once() throws Exception {
                    if (hand.read(queue(sender), ENTRIES) != ENTRIES - 1) {
                        throw new IllegalStateException("the queue has fewer events than it should");
                    }
                    hand.insert("raw-" + sender, sequence.getAndIncrement());
                    hand.commit();
                }

                @Override
                public void close() throws SQLException {
                    hand.close();
                }
            };
        };
    }
}
