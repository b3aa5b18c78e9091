package carequeue.command.journey;

import carequeue.api.payment.PaymentMethod;
import carequeue.api.payment.PaymentTerms;
import java.time.Duration;
import java.time.Instant;

/** What the process of a payment waits for, each wait with a deadline of its own. */
final class AttemptWaits {

    static final String ANSWER = "answer";
    static final String PERSON = "person";
    static final String CHECK = "check";
    static final String END = "end";

    private static final Duration FIRST_CHECK = Duration.ofSeconds(30);
    private static final int SLOWEST = 7;
    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration AGAIN = Duration.ofDays(1);

    private AttemptWaits() {}

    /** A step by its kind, its attempt and how often it was waited for. */
    record Step(String kind, String attemptId, int times) {
        static Step of(String name) {
            String[] parts = name.split(":");
            return new Step(parts[0], parts[1], Integer.parseInt(parts[2]));
        }

        @Override
        public String toString() {
            return kind + ":" + attemptId + ":" + times;
        }
    }

    /** For the provider's first word; at a reader that includes the person with the card. */
    static void forAnswer(
            String paymentId, String attempt, PaymentMethod m, PaymentTerms t, Instant at, Deadlines deadlines) {
        Duration wait = m == PaymentMethod.TERMINAL ? t.answerPatience().plus(t.personPatience()) : t.answerPatience();
        schedule(paymentId, new Step(ANSWER, attempt, 1), at.plus(wait), deadlines);
    }

    /** For a person to act, at the desk or behind a link. */
    static void forPerson(
            String paymentId, String attempt, PaymentMethod m, PaymentTerms t, Instant at, Deadlines deadlines) {
        Duration wait = m == PaymentMethod.LINK ? t.linkPatience() : t.personPatience();
        schedule(paymentId, new Step(PERSON, attempt, 1), at.plus(wait), deadlines);
    }

    /** Until the provider is asked once more, after longer and longer pauses up to an hour. */
    static void untilCheck(String paymentId, String attempt, int times, Instant at, Deadlines deadlines) {
        Duration wait = FIRST_CHECK.multipliedBy(1L << Math.min(times - 1, SLOWEST));
        schedule(paymentId, new Step(CHECK, attempt, times), at.plus(wait), deadlines);
    }

    /** How long a payment is followed at all. */
    static void untilEnd(String paymentId, int times, Instant at, Deadlines deadlines) {
        schedule(paymentId, new Step(END, "-", times), at.plus(times == 1 ? LIFE : AGAIN), deadlines);
    }

    private static void schedule(String paymentId, Step step, Instant at, Deadlines deadlines) {
        deadlines.schedule(Waiting.PAYMENT, paymentId, step.toString(), at);
    }

    /** The attempt is resolved. */
    static void over(String paymentId, String attempt, Deadlines deadlines) {
        deadlines.cancel(Waiting.PAYMENT, paymentId, new Step(ANSWER, attempt, 1).toString());
        deadlines.cancel(Waiting.PAYMENT, paymentId, new Step(PERSON, attempt, 1).toString());
    }
}
