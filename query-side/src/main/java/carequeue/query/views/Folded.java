package carequeue.query.views;

import java.util.function.Function;

/**
 * A table with a row for each thing, folded from the events that happened to it.
 *
 * @param kind of the events
 * @param key of the thing that an event happened to
 */
public record Folded<E, R>(Class<E> kind, Function<E, String> key, Table<String, R> table, Fold<E, R> fold)
        implements Part {

    /** What a row is after an event. */
    public interface Fold<E, R> {

        /** The row afterwards, null for none; {@code before} is null where there was none. */
        R after(R before, E event, Told told);
    }

    @Override
    public boolean hears(Class<?> event) {
        return kind.isAssignableFrom(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        if (kind.isInstance(told.event())) {
            sheet.want(table, key.apply(kind.cast(told.event())));
        }
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (kind.isInstance(told.event())) {
            E event = kind.cast(told.event());
            String id = key.apply(event);
            R after = fold.after(sheet.get(table, id), event, told);
            if (after != null) {
                sheet.put(table, id, after, told.position());
            }
        }
    }
}
