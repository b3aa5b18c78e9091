package carequeue.adapter.resilience;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Stands around every call to one outside service, as configured under {@code resilience4j.*.instances.<service>}. */
public final class Guard {

    private final String service;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limiter;
    private final Retry retry;
    private final ExecutorService threads;
    private final HealthBook health;

    Guard(
            String service,
            CircuitBreaker breaker,
            Bulkhead bulkhead,
            TimeLimiter limiter,
            Retry retry,
            ExecutorService threads,
            HealthBook health) {
        this.service = service;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.limiter = limiter;
        this.retry = retry;
        this.threads = threads;
        this.health = health;
    }

    /**
     * Calls once.
     *
     * @throws OutsideFailure also when the breaker is open, too many calls are under way, or it takes too long
     */
    public <T> T call(Supplier<T> call) {
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(() -> measured(call)));
        } catch (CallNotPermittedException e) {
            throw new OutsideFailure.Unavailable(service, "is not called at the moment: the circuit is open");
        } catch (BulkheadFullException e) {
            throw new OutsideFailure.Unavailable(service, "has too many calls under way");
        }
    }

    /** Calls for somebody who waits, again at once where that may help and the service did not ask for a pause; for reads only. */
    public <T> T callAgain(Supplier<T> call) {
        AtomicReference<OutsideFailure> pause = new AtomicReference<>();
        T result = retry.executeSupplier(() -> {
            try {
                return call(call);
            } catch (OutsideFailure.Unavailable failure) {
                if (failure.after().isZero()) {
                    throw failure;
                }
                pause.set(failure);
                return null;
            }
        });
        if (pause.get() != null) {
            throw pause.get();
        }
        return result;
    }

    /** Looks whether the service answers, past an open breaker, which is then half opened; what failed before its return is forgotten. */
    public void probe(Runnable probe) {
        boolean wasAway = health.pulse(service).failing();
        measured(() -> {
            probe.run();
            return true;
        });
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            breaker.transitionToHalfOpenState();
        } else if (wasAway && breaker.getState() == CircuitBreaker.State.CLOSED) {
            // Else the failures of the outage would open the breaker on the first good calls after it.
            breaker.reset();
        }
    }

    /** The state of the circuit, such as {@code closed}. */
    public String circuit() {
        return breaker.getState().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private <T> T measured(Supplier<T> call) {
        long begun = System.nanoTime();
        String failed = "failed";
        try {
            T result = limited(call);
            failed = null;
            return result;
        } catch (OutsideFailure failure) {
            failed = failure instanceof OutsideFailure.Unavailable ? failure.getMessage() : null;
            throw failure;
        } finally {
            health.note(service, (System.nanoTime() - begun) / 1_000_000, failed);
        }
    }

    private <T> T limited(Supplier<T> call) {
        try {
            return limiter.executeFutureSupplier(() -> threads.submit(call::get));
        } catch (TimeoutException e) {
            throw new OutsideFailure.Unavailable(service, "did not answer in time");
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new OutsideFailure.Unavailable(
                    service, "failed: " + e.getClass().getSimpleName());
        }
    }
}
