package carequeue.query.views;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that read and write many rows of a table at once. */
final class TableSql {

    private TableSql() {}

    /** One upsert of many rows: their values, an array for each column in the order of {@link #columns}, after the generation. */
    static String save(Table<?, ?> table) {
        List<Column<?>> columns = columns(table);
        String names = names(columns, Column::name);
        return "insert into " + table.name() + " (generation, " + names + ") select ?, "
                + names(columns, c -> "u." + c.name() + "::" + c.type()) + " from unnest("
                + names(columns, c -> "?::" + c.arrayType() + "[]") + ") as u(" + names + ") on conflict "
                + conflict(table);
    }

    private static String conflict(Table<?, ?> table) {
        if (!table.changes()) {
            return "do nothing";
        }
        List<Column<?>> changed =
                columns(table).subList(table.keys().size(), columns(table).size());
        return "(generation, " + names(List.copyOf(table.keys()), Column::name) + ") do update set "
                + names(changed, c -> c.name() + " = excluded." + c.name()) + " where " + table.name()
                + ".position < excluded.position";
    }

    /**
     * The rows of many keys, each with the place of its key in the arrays; the arrays of the keys, then the generation.
     *
     * <p>Each key is looked up by itself: a join may be planned while the table is small, and that plan is kept when it has grown.
     */
    static String load(Table<?, ?> table) {
        List<Column<?>> keys = List.copyOf(table.keys());
        return "select u.n as asked_for, t.* from unnest(" + names(keys, c -> "?::text[]") + ") with ordinality as u("
                + names(keys, Column::name) + ", n) cross join lateral (select * from " + table.name()
                + " where generation = ? and "
                + keys.stream()
                        .map(c -> table.name() + "." + c.name() + " = u." + c.name() + "::" + c.type())
                        .collect(Collectors.joining(" and "))
                + " limit 1) t";
    }

    static String delete(Table<?, ?> table) {
        return "delete from " + table.name() + " where ctid = any(array(select ctid from " + table.name()
                + " where generation = ? limit ?))";
    }

    /** Keys, values, and the position where rows change. */
    static List<Column<?>> columns(Table<?, ?> table) {
        List<Column<?>> all = new ArrayList<>(table.keys());
        all.addAll(table.values());
        if (table.changes()) {
            all.add(new Column<Long>("position", "bigint", position -> position));
        }
        return all;
    }

    private static String names(List<Column<?>> columns, Function<Column<?>, String> word) {
        return Stream.of(columns).flatMap(List::stream).map(word).collect(Collectors.joining(", "));
    }
}
