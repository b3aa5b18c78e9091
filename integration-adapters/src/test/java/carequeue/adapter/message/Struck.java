package carequeue.adapter.message;

import carequeue.adapter.outbox.Answer;
import carequeue.adapter.outbox.Attempt;
import carequeue.adapter.outbox.Effect;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.notification.MessageChannel;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Strikes between any two steps, as if the node had been killed there: nothing catches it, and the lease of the row has to run out. */
final class Struck extends Error {

    private static final Random CHANCE = new Random(20261124);
    static final AtomicInteger COUNT = new AtomicInteger();
    private static volatile double share;

    private Struck() {
        super("struck", null, false, false);
    }

    /** The share of steps at which it strikes from now on. */
    static void share(double of) {
        share = of;
    }

    static void perhaps() {
        boolean strikes;
        synchronized (CHANCE) {
            strikes = CHANCE.nextDouble() < share;
        }
        if (strikes) {
            COUNT.incrementAndGet();
            throw new Struck();
        }
    }

    /** The same effect, struck before it begins and after it has done everything but been written down. */
    static Effect struck(SendMessage effect) {
        return new Effect() {
            @Override
            public String name() {
                return effect.name();
            }

            @Override
            public String service() {
                return effect.service();
            }

            @Override
            public void carryOut(Attempt attempt, List<Answer> answers) {
                perhaps();
                effect.carryOut(attempt, answers);
                perhaps();
            }

            @Override
            public List<Answer> whenStuck(Attempt attempt, OutsideFailure failure) {
                return effect.whenStuck(attempt, failure);
            }
        };
    }

    /** The same way, struck before the provider is called or asked, and after it has answered but nothing was noted. */
    static Way struck(Way way) {
        return new Way() {
            @Override
            public MessageChannel channel() {
                return way.channel();
            }

            @Override
            public String service() {
                return way.service();
            }

            @Override
            public boolean ready() {
                return way.ready();
            }

            @Override
            public String address(Outgoing message) {
                return way.address(message);
            }

            @Override
            public Sent send(Outgoing message, Call call) {
                perhaps();
                Sent sent = way.send(message, call);
                perhaps();
                return sent;
            }

            @Override
            public Optional<Sent> find(Outgoing message, Attempts.Known known) {
                perhaps();
                Optional<Sent> found = way.find(message, known);
                perhaps();
                return found;
            }

            @Override
            public Worded words(Wording wording) {
                return way.words(wording);
            }

            @Override
            public List<Answer> beside(Outgoing message, Sent sent) {
                perhaps();
                return way.beside(message, sent);
            }
        };
    }
}
