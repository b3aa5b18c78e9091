package carequeue.adapter.ehr.oauth;

import carequeue.adapter.ehr.EhrService;
import carequeue.adapter.resilience.OutsideFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** The token that opens the EHR: kept until shortly before it ends, and fetched by one for all who wait. */
public final class AccessTokens {

    private static final Duration REFUSAL_HOLDS = Duration.ofSeconds(30);

    private final Supplier<AccessToken> source;
    private final Clock clock;
    private AccessToken kept;
    private CompletableFuture<AccessToken> underWay;
    private OutsideFailure refusal;
    private Instant refusedUntil = Instant.MIN;

    AccessTokens(Supplier<AccessToken> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * A token that holds now.
     *
     * @throws OutsideFailure when none is given; a refusal for good is remembered for half a minute instead of being asked for again
     */
    public String get() {
        CompletableFuture<AccessToken> fetch;
        boolean first;
        synchronized (this) {
            Instant now = clock.instant();
            if (kept != null && now.isBefore(kept.until())) {
                return kept.value();
            }
            if (now.isBefore(refusedUntil)) {
                throw refusal;
            }
            first = underWay == null;
            underWay = first ? new CompletableFuture<>() : underWay;
            fetch = underWay;
        }
        if (first) {
            fetch(fetch);
        }
        return await(fetch).value();
    }

    /** The EHR did not take this one: the next call fetches another, unless somebody did meanwhile. */
    public synchronized void spent(String token) {
        if (kept != null && kept.value().equals(token)) {
            kept = null;
        }
    }

    private void fetch(CompletableFuture<AccessToken> waiting) {
        try {
            AccessToken fresh = source.get();
            ended(fresh, null);
            waiting.complete(fresh);
        } catch (RuntimeException e) {
            ended(null, e);
            waiting.completeExceptionally(e);
        }
    }

    private synchronized void ended(AccessToken fresh, RuntimeException failure) {
        kept = fresh;
        underWay = null;
        if (failure instanceof OutsideFailure.Rejected refused) {
            refusal = refused;
            refusedUntil = clock.instant().plus(REFUSAL_HOLDS);
        }
    }

    private static AccessToken await(CompletableFuture<AccessToken> fetch) {
        try {
            return fetch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure.Unavailable(EhrService.EHR, "gave no token in time");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OutsideFailure failure ? failure : new IllegalStateException(e.getCause());
        }
    }
}
