package carequeue.query.views;

/** One table of a view and the events that it follows. */
public interface Part {

    Table<?, ?> table();

    /** Whether its rows come of events of a kind. */
    boolean hears(Class<?> event);

    /** Says which rows an event will change; see {@link View#wants}. */
    void wants(Told told, Sheet sheet);

    /** Folds an event into its rows. */
    void on(Told told, Sheet sheet);
}
