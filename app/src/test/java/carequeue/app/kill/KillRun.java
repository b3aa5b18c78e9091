package carequeue.app.kill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One run: a clinic under load, blows at random, calm, and the count. */
final class KillRun {

    private static final Duration CALM = Duration.ofMinutes(10);

    private KillRun() {}

    static KillReport of(KillSettings settings, Path directory) throws Exception {
        Tally tally = new Tally();
        try (Clinic clinic = new Clinic(directory, settings.services())) {
            clinic.open();
            int encounters = clinic.outside().count("Encounter");
            int patients = clinic.outside().count("Patient");
            long began = System.nanoTime();
            int blows;
            try (Load load = new Load(clinic.nodes(), tally, settings)) {
                load.begin();
                blows = new Blows(clinic, tally, settings).deal();
                load.end();
                new Calm(clinic.database().jdbc()).await(CALM, Calm.NOT_PLACED);
                load.empty();
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            Map<String, Long> left = new Calm(clinic.database().jdbc()).await(CALM);
            HistoryCount history = HistoryCount.of(clinic.database().jdbc(), tally.effects());
            int outside = Math.abs(clinic.outside().count("Encounter") - encounters - history.visits())
                    + Math.abs(clinic.outside().count("Patient") - patients - history.visits());
            Replay replay = Replay.of(clinic);
            return new KillReport(settings, blows, duration, tally, history, left, outside, replay);
        }
    }
}
