package carequeue.query.views;

/** Another node has taken the rebuild over. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(String view) {
        super("another node rebuilds " + view, null, false, false);
    }
}
