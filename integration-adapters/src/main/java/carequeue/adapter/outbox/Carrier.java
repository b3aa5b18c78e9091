package carequeue.adapter.outbox;

import carequeue.adapter.resilience.OutsideFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries out one leased effect and writes into the ledger what came of it. */
@Component
public class Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final Ledger ledger;
    private final PastEvents past;
    private final Answering answering;
    private final OutboxSettings settings;
    private final Map<String, Effect> effects;

    public Carrier(Ledger ledger, PastEvents past, Answering answering, OutboxSettings settings, List<Effect> effects) {
        this.ledger = ledger;
        this.past = past;
        this.answering = answering;
        this.settings = settings;
        this.effects = effects.stream().collect(Collectors.toUnmodifiableMap(Effect::name, Function.identity()));
    }

    void carry(Attempt.Row row) {
        Effect effect = effects.get(row.effect());
        if (effect == null) {
            ledger.dead(row, "this version knows no such effect");
            return;
        }
        try {
            carry(effect, new Attempt(row, past.at(row.aggregateId(), row.sequence())));
        } catch (RuntimeException e) {
            failed(row, e);
        }
    }

    private void carry(Effect effect, Attempt attempt) {
        Attempt.Row row = attempt.row();
        List<Answer> answers = new ArrayList<>();
        try {
            effect.carryOut(attempt, answers);
            ledger.done(row, answering.send(row, answers));
        } catch (NotYet wait) {
            ledger.later(row, wait.after(), wait.getMessage(), false);
        } catch (OutsideFailure failure) {
            stuck(effect, attempt, failure, answers);
        }
    }

    /** What fails on our side again and again is left to staff: it would hold up for ever what comes after it under its key. */
    private void failed(Attempt.Row row, RuntimeException e) {
        String what = "our side: " + e.getClass().getSimpleName();
        LOG.warn("Effect {} of {} failed on our side", row.id(), row.effect(), e);
        if (ledger.fault(row) >= settings.faults()) {
            ledger.dead(row, what);
        } else {
            ledger.later(row, backoff(row), what, true);
        }
    }

    private void stuck(Effect effect, Attempt attempt, OutsideFailure failure, List<Answer> answers) {
        Attempt.Row row = attempt.row();
        boolean mayPass = failure.mayPass();
        if (attempt.first() || !mayPass) {
            answers.addAll(effect.whenStuck(attempt, failure));
        }
        answering.send(row, answers);
        if (!mayPass) {
            ledger.failed(row, failure.getMessage());
        } else if (ledger.olderThan(row, settings.giveUp())) {
            ledger.dead(row, failure.getMessage());
        } else {
            Duration pause = backoff(row);
            ledger.later(
                    row, failure.after().compareTo(pause) > 0 ? failure.after() : pause, failure.getMessage(), true);
        }
    }

    private Duration backoff(Attempt.Row row) {
        return settings.backoff().after(row.attempts(), ThreadLocalRandom.current());
    }
}
