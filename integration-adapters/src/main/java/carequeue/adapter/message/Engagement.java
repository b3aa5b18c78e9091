package carequeue.adapter.message;

import carequeue.adapter.InIntegrationRole;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How messages fare, by site, way and template version: counts only, nothing of whom. */
@RestController
@InIntegrationRole
class Engagement {

    private static final String COUNTED = """
        select site_id, channel, template, count(*) attempts,
               count(*) filter (where status = 'delivered') delivered,
               count(*) filter (where status in ('undelivered', 'failed')) failed,
               count(tapped_at) tapped, count(flag) flagged
        from message_attempt where begun_at >= ? and begun_at < ? group by 1, 2, 3 order by 1, 2, 3\
        """;

    private final JdbcClient jdbc;

    Engagement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of the messages of one kind.
     *
     * @param template with its version, as in {@code placed/1}
     * @param tapped those whose link was followed
     * @param flagged those of which it is not known whether they came once
     */
    record Counted(
            String siteId,
            String channel,
            String template,
            long attempts,
            long delivered,
            long failed,
            long tapped,
            long flagged) {}

    /** Several of them. */
    record All(List<Counted> items) {}

    /** Of those that were begun in these days (UTC), both included. */
    @GetMapping("/api/integrations/messages")
    All engagement(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return new All(jdbc.sql(COUNTED)
                .params(
                        from.atStartOfDay(java.time.ZoneOffset.UTC).toOffsetDateTime(),
                        to.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toOffsetDateTime())
                .query(Counted.class)
                .list());
    }
}
