package carequeue.app.kill;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What befalls the clinic, in random order and at random moments; each blow is printed. */
final class Blows {

    private static final Duration READY = Duration.ofMinutes(6);
    private static final Duration FROZEN = Duration.ofSeconds(40);

    private final Clinic clinic;
    private final Tally tally;
    private final KillSettings settings;
    private final Random random;
    private final long began = System.nanoTime();
    private int dealt;

    Blows(Clinic clinic, Tally tally, KillSettings settings) {
        this.clinic = clinic;
        this.tally = tally;
        this.settings = settings;
        this.random = new Random(settings.seed());
    }

    private enum Blow {
        NODE_KILLED,
        DATABASE_KILLED,
        NODE_FROZEN
    }

    /** Deals them all, or as many as there is time for; answers how many. */
    int deal() {
        List<Blow> all = new ArrayList<>();
        all.addAll(Collections.nCopies(settings.nodeKills(), Blow.NODE_KILLED));
        all.addAll(Collections.nCopies(settings.databaseKills(), Blow.DATABASE_KILLED));
        all.addAll(Collections.nCopies(settings.freezes(), Blow.NODE_FROZEN));
        Collections.shuffle(all, random);
        for (Blow blow : all) {
            if (seconds() > TimeUnit.MINUTES.toSeconds(settings.minutes())) {
                break;
            }
            pause(Duration.ofMillis(1000 + random.nextInt(3000)));
            deal(blow);
        }
        clinic.nodes().forEach(one -> one.awaitReady(READY));
        return dealt;
    }

    private void deal(Blow blow) {
        Node node = clinic.nodes().get(random.nextInt(clinic.nodes().size()));
        if (blow != Blow.DATABASE_KILLED) {
            // The other one may still be starting; with both away nobody would be left to be asked.
            clinic.nodes().forEach(one -> one.awaitReady(READY));
        }
        switch (blow) {
            case NODE_KILLED -> {
                node.kill();
                node.start();
            }
            case DATABASE_KILLED -> {
                clinic.database().kill();
                clinic.database().start();
            }
            case NODE_FROZEN -> {
                node.signal("STOP");
                pause(FROZEN);
                node.signal("CONT");
            }
        }
        dealt++;
        System.out.printf(
                "%4d s: blow %d, %s%s, answered again after %d ms; %s%n",
                seconds(), dealt, blow, blow == Blow.DATABASE_KILLED ? "" : " " + node, answered(), tally);
    }

    private long answered() {
        long now = System.nanoTime();
        long before = tally.acknowledged.sum();
        await("somebody is answered")
                .atMost(READY)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> tally.acknowledged.sum() > before);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - now);
    }

    private static void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }
}
