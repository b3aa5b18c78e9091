package carequeue.query.views;

import carequeue.api.Sealing;
import carequeue.query.door.Keyset;
import carequeue.query.door.Sees;
import carequeue.query.door.Slice.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live rows of a table with sites and times: one by its identifier, or a page of those that are wanted. */
public final class Listing<R> {

    /** Which comes first. */
    public enum First {
        OLDEST(">", ""),
        NEWEST("<", " desc");

        private final String after;
        private final String direction;

        First(String after, String direction) {
            this.after = after;
            this.direction = direction;
        }
    }

    private final String find;
    private final String page;
    private final String time;
    private final String key;
    private final Table<String, R> table;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    /**
     * Of a view's table.
     *
     * @param time the column that they are sorted by
     * @param wanted further conditions, with parameters that {@link Page#where} names
     */
    public Listing(
            String view,
            Table<String, R> table,
            First first,
            String time,
            String wanted,
            JdbcClient jdbc,
            Sealing sealing) {
        this.table = table;
        this.time = time;
        this.key = table.keys().get(0).name();
        this.jdbc = jdbc;
        this.sealing = sealing;
        String live = "select * from " + table.name() + " where generation = " + Generations.live(view);
        this.find = live + " and " + key + " = ?";
        this.page = """
                %s
                and (cast(:sites as text[]) is null or site_id = any(cast(:sites as text[])))
                %s
                and (%s, %s) %s (:at, :id)
                order by %s%s, %s%s limit :limit
                """.formatted(live, wanted, time, key, first.after, time, first.direction, key, first.direction);
    }

    public Optional<R> find(String id) {
        return jdbc.sql(find)
                .param(id)
                .query((row, n) -> table.reader().read(row, sealing))
                .optional();
    }

    /** A page of what is at some sites; null stands for every site. */
    public Page of(Set<String> sites) {
        return new Page(sites);
    }

    /** A page that is being asked for. */
    public final class Page {

        private final Map<String, Object> wanted = new HashMap<>();

        private Page(Set<String> sites) {
            wanted.put("sites", Sees.array(sites));
        }

        /** What a parameter of the conditions has to be; an enum by its name. */
        public Page where(String parameter, Object value) {
            wanted.put(parameter, value instanceof Enum<?> word ? word.name() : value);
            return this;
        }

        /** One more than the limit, so that it is seen whether there is a next page. */
        public List<Found<R>> after(Keyset after, int limit) {
            return jdbc.sql(page)
                    .params(wanted)
                    .param("at", after.time())
                    .param("id", after.id())
                    .param("limit", limit + 1)
                    .query((row, n) -> new Found<>(
                            new Keyset(row.getTimestamp(time).toInstant(), row.getString(key)),
                            table.reader().read(row, sealing)))
                    .list();
        }
    }
}
