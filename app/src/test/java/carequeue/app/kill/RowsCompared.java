package carequeue.app.kill;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the rows of every view in two databases; sealed values count as equal here, since each sealing is another. */
final class RowsCompared {

    private static final String VIEWS = """
            select distinct table_name from information_schema.columns where table_schema = 'public'
            and column_name = 'generation' and table_name not like 'view\\_%' order by 1""";
    private static final Pattern SEALED = Pattern.compile("p1\\.[^.\"\\s]+\\.[A-Za-z0-9_=-]+");

    private final JdbcTemplate one;
    private final JdbcTemplate other;
    private final List<String> differences = new ArrayList<>();
    private long rows;

    RowsCompared(JdbcTemplate one, JdbcTemplate other) {
        this.one = one;
        this.other = other;
        one.queryForList(VIEWS, String.class).forEach(this::compare);
    }

    /** How many rows each has. */
    long rows() {
        return rows;
    }

    /** The first of what differs. */
    List<String> differences() {
        return differences;
    }

    private void compare(String table) {
        Map<String, Integer> left = counted(one, table);
        rows += left.values().stream().mapToInt(Integer::intValue).sum();
        counted(other, table).forEach((row, times) -> left.merge(row, -times, Integer::sum));
        left.forEach((row, times) -> {
            if (times != 0 && differences.size() < 20) {
                differences.add((times > 0 ? "only live " : "only replayed ") + table + " " + row);
            }
        });
    }

    private static Map<String, Integer> counted(JdbcTemplate jdbc, String table) {
        Map<String, Integer> rows = new HashMap<>();
        jdbc.query("select * from " + table, row -> {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                text.append(row.getMetaData().getColumnName(i))
                        .append('=')
                        .append(text(value))
                        .append(' ');
            }
            rows.merge(SEALED.matcher(text).replaceAll("sealed"), 1, Integer::sum);
        });
        return rows;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
