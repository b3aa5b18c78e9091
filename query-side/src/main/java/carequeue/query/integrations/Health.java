package carequeue.query.integrations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How well the outside services are, as the integration nodes last saw them. */
@Component
class Health {

    // What nobody has looked at for a minute, since no node does, is not known to be well.
    private static final String FIND = """
        select service,
               case when status = 'healthy' and last_checked < clock_timestamp() - interval '60 seconds' then 'degraded'
                    else status end,
               response_time_ms, last_checked, error_count, uptime, circuit, data_as_of, reason
        from integration_health order by service, last_checked desc\
        """;

    private final JdbcClient jdbc;

    Health(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One service.
     *
     * @param responseTime in milliseconds
     * @param uptime share of successful checks, 0 to 1
     * @param reason why it is less than well although something stands in for it, or null
     */
    record Service(
            String service,
            String status,
            Long responseTime,
            Instant lastChecked,
            long errorCount,
            Double uptime,
            String circuit,
            Instant dataAsOf,
            String reason) {}

    List<Service> all() {
        boolean there = jdbc.sql("select to_regclass('integration_health') is not null")
                .query(Boolean.class)
                .single();
        return there ? jdbc.sql(FIND).query(Health::read).list() : List.of();
    }

    private static Service read(ResultSet row, int number) throws SQLException {
        Number response = (Number) row.getObject(3);
        Number uptime = (Number) row.getObject(6);
        return new Service(
                row.getString(1),
                row.getString(2),
                response == null ? null : response.longValue(),
                time(row.getTimestamp(4)),
                row.getLong(5),
                uptime == null ? null : uptime.doubleValue(),
                row.getString(7),
                time(row.getTimestamp(8)),
                row.getString(9));
    }

    private static Instant time(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
