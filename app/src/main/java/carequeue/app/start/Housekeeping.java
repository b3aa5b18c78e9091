package carequeue.app.start;

import carequeue.store.Repeats;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** Throws away, once an hour, what was kept only for a time. */
@EnableScheduling
public class Housekeeping {

    private final Repeats repeats;

    Housekeeping(Repeats repeats) {
        this.repeats = repeats;
    }

    /** Forgets the answers that were kept for repeated commands. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    @Transactional
    public void forgetOldAnswers() {
        repeats.forgetOld();
    }
}
