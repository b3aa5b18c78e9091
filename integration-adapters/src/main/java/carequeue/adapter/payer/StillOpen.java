package carequeue.adapter.payer;

/** A payer has taken a question and has not answered it yet. */
public final class StillOpen extends RuntimeException {

    public StillOpen() {
        super("the payer has the question and no answer yet", null, false, false);
    }
}
