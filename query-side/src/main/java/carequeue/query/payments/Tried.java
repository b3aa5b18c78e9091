package carequeue.query.payments;

import carequeue.api.payment.AttemptState;
import carequeue.api.payment.FailureKind;
import carequeue.api.payment.PaymentMethod;
import java.time.Instant;

/** One attempt at a payment. */
record Tried(
        String attemptId,
        int number,
        PaymentMethod method,
        long amount,
        String tillId,
        String by,
        Instant at,
        Course course) {

    /** How far it is; sums in minor units. */
    record Course(
            AttemptState state,
            String providerId,
            long authorised,
            long captured,
            boolean capturing,
            boolean cancelling,
            FailureKind failure,
            String code,
            String nextStep) {

        static Course begun() {
            return new Course(AttemptState.STARTED, null, 0, 0, false, false, null, null, null);
        }

        static Course taken(long amount) {
            return new Course(AttemptState.CAPTURED, null, 0, amount, false, false, null, null, null);
        }

        /** What is reserved and not taken yet. */
        long reserved() {
            return state == AttemptState.AUTHORISED ? authorised : 0;
        }

        Course now(AttemptState next, String provider, String step) {
            return new Course(next, known(provider), authorised, captured, capturing, cancelling, failure, code, step);
        }

        Course authorised(long amount, String provider) {
            return new Course(
                    AttemptState.AUTHORISED,
                    known(provider),
                    amount,
                    captured,
                    capturing,
                    cancelling,
                    failure,
                    code,
                    null);
        }

        Course asked(boolean toCapture, boolean toCancel) {
            return new Course(
                    state,
                    providerId,
                    authorised,
                    captured,
                    capturing || toCapture,
                    cancelling || toCancel,
                    failure,
                    code,
                    nextStep);
        }

        Course ended(AttemptState how, String provider, long amount, FailureKind kind, String word) {
            return new Course(how, known(provider), 0, amount, false, false, kind, word, null);
        }

        private String known(String provider) {
            return provider == null ? providerId : provider;
        }
    }

    Tried now(Course next) {
        return new Tried(attemptId, number, method, amount, tillId, by, at, next);
    }

    /** Whether it may still take or let go of money, so that nothing else may be charged. */
    boolean unresolved() {
        return course.state().unresolved()
                || course.state() == AttemptState.AUTHORISED && (course.capturing() || course.cancelling());
    }
}
