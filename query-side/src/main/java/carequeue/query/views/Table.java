package carequeue.query.views;

import carequeue.api.Sealing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table of a view as its fold sees it: rows by key.
 *
 * @param <K> the key beside the generation, with equality
 * @param <R> a row, with equality: what is equal is not written again
 */
public final class Table<K, R> {

    private final String name;
    private final List<Column<K>> keys;
    private final List<Column<R>> values;
    private final OpeningReader<R> reader;

    private Table(Builder<K, R> builder) {
        this.name = builder.name;
        this.keys = List.copyOf(builder.keys);
        this.values = List.copyOf(builder.values);
        this.reader = builder.reader;
    }

    /** Reads a row with sealed columns. */
    public interface OpeningReader<R> {
        R read(ResultSet row, Sealing sealing) throws SQLException;
    }

    /** Reads a row, whose columns have their names. */
    public interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    public static <K, R> Builder<K, R> named(String name) {
        return new Builder<>(name);
    }

    public String name() {
        return name;
    }

    List<Column<K>> keys() {
        return keys;
    }

    List<Column<R>> values() {
        return values;
    }

    OpeningReader<R> reader() {
        return reader;
    }

    /** Whether its rows change: then each carries the position of its last change. Else a row is written once. */
    boolean changes() {
        return reader != null;
    }

    @Override
    public String toString() {
        return name;
    }

    /** A table being described. */
    public static final class Builder<K, R> {
        private final String name;
        private final List<Column<K>> keys = new ArrayList<>();
        private final List<Column<R>> values = new ArrayList<>();
        private OpeningReader<R> reader;

        private Builder(String name) {
            this.name = name;
        }

        public Builder<K, R> key(String column, String type, Function<K, ?> value) {
            keys.add(new Column<>(column, type, value));
            return this;
        }

        public Builder<K, R> column(String column, String type, Function<R, ?> value) {
            values.add(new Column<>(column, type, value));
            return this;
        }

        /** A column of the patient whose identifier is the key, sealed under its name as its tag. */
        public Builder<K, R> sealed(String column, Function<R, String> value) {
            values.add(Column.sealed(column, null, value));
            return this;
        }

        /** A column of the patient whom the row names, sealed under its name as its tag. */
        public Builder<K, R> sealed(String column, Function<R, String> patient, Function<R, String> value) {
            values.add(Column.sealed(column, patient, value));
            return this;
        }

        /** A column by which a sealed value is found: the keyed hash of what it says, null for null. */
        public Builder<K, R> indexed(String column, Function<R, String> value) {
            values.add(Column.indexed(column, value));
            return this;
        }

        /** A table whose rows are folded on. */
        public Table<K, R> read(Reader<R> how) {
            return open((row, sealing) -> how.read(row));
        }

        /** A table with sealed columns whose rows are folded on. */
        public Table<K, R> open(OpeningReader<R> how) {
            reader = how;
            return new Table<>(this);
        }

        /** A table whose rows never change once they are written. */
        public Table<K, R> once() {
            return new Table<>(this);
        }
    }
}
