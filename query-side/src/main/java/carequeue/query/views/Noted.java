package carequeue.query.views;

import java.util.function.Function;

/**
 * A table with a row for each event of a kind, which never changes.
 *
 * @param key of the row
 * @param row what is kept of the event
 */
public record Noted<E, K, R>(Class<E> kind, Function<E, K> key, Table<K, R> table, Function<E, R> row) implements Part {

    @Override
    public boolean hears(Class<?> event) {
        return kind.isAssignableFrom(event);
    }

    @Override
    public void wants(Told told, Sheet sheet) {
        // What is written once is not looked at before.
    }

    @Override
    public void on(Told told, Sheet sheet) {
        if (kind.isInstance(told.event())) {
            E event = kind.cast(told.event());
            sheet.put(table, key.apply(event), row.apply(event), told.position());
        }
    }
}
