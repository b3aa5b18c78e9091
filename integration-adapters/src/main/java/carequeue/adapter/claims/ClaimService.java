package carequeue.adapter.claims;

import carequeue.adapter.resilience.OutsideFailure;
import carequeue.adapter.resilience.Probed;
import java.util.List;
import java.util.Optional;

/** Whoever takes bills: a payer itself, or a clearing-house in front of many. Every call may throw {@link OutsideFailure}. */
public interface ClaimService extends Probed {

    /** The name of the system in the ledger and in health. */
    String CLAIMS = "claims";

    @Override
    default String service() {
        return CLAIMS;
    }

    /**
     * Sends a bill.
     *
     * @return what is said of it at once, which may be nothing
     * @throws Unsendable when the bill lacks what the form demands; nothing was sent
     */
    List<PayerWord> submit(Bill bill);

    /** What is known of a bill whose sending is in doubt; empty when it never came there. */
    Optional<List<PayerWord>> received(Bill bill);

    /**
     * Asks how a bill stands; a read.
     *
     * @throws Unsendable as above
     */
    List<PayerWord> status(Bill bill);

    /** The names of the files that lie there for us, the oldest first; none where answers come by themselves. */
    List<String> files();

    /** The text of a file. */
    String file(String name);

    /** Says that we have it: it is not offered again. */
    void taken(String name);
}
