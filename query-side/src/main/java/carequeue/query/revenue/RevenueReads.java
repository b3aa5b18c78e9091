package carequeue.query.revenue;

import carequeue.api.Money;
import carequeue.api.payment.RevenueBy;
import carequeue.api.payment.RevenueQuery.FindRevenue;
import carequeue.api.payment.RevenueQuery.MissedLine;
import carequeue.api.payment.RevenueQuery.Revenue;
import carequeue.api.payment.RevenueQuery.RevenueLine;
import carequeue.query.door.Sees;
import carequeue.query.views.Generations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds revenue up. */
@Component
class RevenueReads {

    private static final Map<RevenueBy, String> KEYS = Map.of(
            RevenueBy.DAY, "m.business_day::text",
            RevenueBy.SITE, "m.site_id",
            RevenueBy.PURPOSE, "m.purpose",
            RevenueBy.METHOD, "m.method",
            RevenueBy.USER, "m.actor",
            RevenueBy.SERVICE, "coalesce(v.service_id, b.service_id)",
            RevenueBy.PROVIDER,
                    "coalesce(" + ofVisit("provider_id", "revenue_entry") + ", v.provider_id, b.provider_id)",
            RevenueBy.PAYER,
                    "coalesce(m.payer_name, " + ofVisit("payer_name", "revenue_payer")
                            + ", case when m.purpose = 'self-pay' then 'self-pay' end)");

    private static final String SUM = """
            select %s as key, m.currency, coalesce(sum(m.amount) filter (where m.amount > 0), 0) as collected,
                coalesce(-sum(m.amount) filter (where m.amount < 0), 0) as given_back,
                count(distinct (m.payment_id, m.position)) as movements
            from revenue_money m
            left join revenue_visit v on v.generation = m.generation and v.visit_id = m.visit_id
            left join revenue_appointment b on b.generation = m.generation
                and b.appointment_id = coalesce(m.appointment_id, v.appointment_id)
            where m.generation = %s and m.business_day between ? and ?
            and (cast(? as text[]) is null or m.site_id = any(cast(? as text[])))
            group by 1, 2 order by 1 nulls last, 2
            """;

    // The same groups; what has none of a column, such as a method, is grouped as not known.
    private static final String MISSED = """
            select %s as key, m.kind, m.currency, sum(m.count) as count, sum(m.amount) as amount
            from (select generation, id as payment_id, position, site_id, business_day, visit_id, appointment_id, purpose, kind,
                  count, amount, currency, actor, cast(null as text) as method, cast(null as text) as payer_name
                  from revenue_missed) m
            left join revenue_visit v on v.generation = m.generation and v.visit_id = m.visit_id
            left join revenue_appointment b on b.generation = m.generation
                and b.appointment_id = coalesce(m.appointment_id, v.appointment_id)
            where m.generation = %s and m.business_day between ? and ?
            and (cast(? as text[]) is null or m.site_id = any(cast(? as text[])))
            group by 1, 2, 3 having sum(m.count) <> 0 order by 1 nulls last, 2, 3
            """;

    private final JdbcClient jdbc;

    RevenueReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // The last one known of the visit that the money is for.
    private static String ofVisit(String column, String table) {
        return "(select x." + column + " from " + table
                + " x where x.generation = m.generation and x.visit_id = m.visit_id and x." + column
                + " is not null order by x.position desc limit 1)";
    }

    @QueryHandler
    Revenue handle(FindRevenue query) {
        String[] sites = Sees.array(query.sites());
        List<RevenueLine> lines = jdbc.sql(
                        SUM.formatted(KEYS.get(query.groupBy()), Generations.live(RevenueProjection.VIEW)))
                .params(query.from(), query.to(), sites, sites)
                .query(RevenueReads::line)
                .list();
        return new Revenue(query.from(), query.to(), query.groupBy(), lines, totals(lines), missed(query));
    }

    private List<MissedLine> missed(FindRevenue query) {
        String[] sites = Sees.array(query.sites());
        return jdbc.sql(MISSED.formatted(KEYS.get(query.groupBy()), Generations.live(RevenueProjection.VIEW)))
                .params(query.from(), query.to(), sites, sites)
                .query((row, n) -> new MissedLine(
                        row.getString("key"),
                        row.getString("kind"),
                        row.getLong("count"),
                        row.getString("currency") == null
                                ? null
                                : new Money(row.getLong("amount"), row.getString("currency"))))
                .list();
    }

    private static RevenueLine line(ResultSet row, int number) throws SQLException {
        return line(
                row.getString("key"),
                row.getString("currency"),
                row.getLong("collected"),
                row.getLong("given_back"),
                row.getLong("movements"));
    }

    private static List<RevenueLine> totals(List<RevenueLine> lines) {
        Map<String, RevenueLine> sums = new TreeMap<>();
        lines.forEach(l -> sums.merge(l.net().currency(), l, RevenueReads::plus));
        return sums.values().stream()
                .map(l -> new RevenueLine(null, l.collected(), l.givenBack(), l.net(), l.movements()))
                .toList();
    }

    private static RevenueLine plus(RevenueLine one, RevenueLine other) {
        return line(
                null,
                one.net().currency(),
                Math.addExact(one.collected().amount(), other.collected().amount()),
                Math.addExact(one.givenBack().amount(), other.givenBack().amount()),
                one.movements() + other.movements());
    }

    private static RevenueLine line(String key, String currency, long collected, long back, long movements) {
        return new RevenueLine(
                key,
                new Money(collected, currency),
                new Money(back, currency),
                new Money(Math.subtractExact(collected, back), currency),
                movements);
    }
}
