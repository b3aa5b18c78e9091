package carequeue.adapter.claims;

import carequeue.adapter.resilience.Guard;
import carequeue.adapter.resilience.OutsideFailure;
import java.util.List;
import java.util.Optional;

/** Nobody takes bills as long as no address is set: they wait, and go out once there is one. */
final class NoClaims implements ClaimService {

    private final Guard guard;

    NoClaims(Guard guard) {
        this.guard = guard;
    }

    private static OutsideFailure away() {
        return new OutsideFailure.Unavailable(CLAIMS, "is not connected: carequeue.claims.url is not set");
    }

    @Override
    public List<PayerWord> submit(Bill bill) {
        throw away();
    }

    @Override
    public Optional<List<PayerWord>> received(Bill bill) {
        throw away();
    }

    @Override
    public List<PayerWord> status(Bill bill) {
        throw away();
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public String file(String name) {
        throw away();
    }

    @Override
    public void taken(String name) {
        throw away();
    }

    @Override
    public void probe() {
        throw away();
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
