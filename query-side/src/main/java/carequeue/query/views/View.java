package carequeue.query.views;

import java.util.List;

/** A view: its tables, and the one fold that fills them, live and when it is rebuilt. */
public interface View {

    /** The processing group. */
    String name();

    /** Every table that holds rows of the view, each with a generation in its key. */
    List<Table<?, ?>> tables();

    /** Whether the fold looks at events of a kind; the others need not even be decoded. */
    default boolean hears(Class<?> event) {
        return true;
    }

    /** Names, with {@link Sheet#want}, the rows that the fold of an event will look at, so that those of a batch are read at once. */
    default void wants(Told told, Sheet sheet) {}

    /** Folds an event into the rows. */
    void on(Told told, Sheet sheet);
}
