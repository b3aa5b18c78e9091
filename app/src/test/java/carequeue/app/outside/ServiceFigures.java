package carequeue.app.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each adapter did since a moment, by our ledger and by the calls that arrived outside. */
final class ServiceFigures {

    private static final String LEDGER = """
        select service, count(*) as effects, count(*) filter (where state = 'done') as done, sum(attempts) as attempts,
               count(*) / greatest(0.001, extract(epoch from max(done_at) - min(planned_at))) as rate,
               1000 * percentile_cont(0.5) within group (order by extract(epoch from done_at - planned_at)) as p50,
               1000 * percentile_cont(0.99) within group (order by extract(epoch from done_at - planned_at)) as p99
        from effect where planned_at > ? group by service order by service\
        """;

    private final FullClinic clinic;

    ServiceFigures(FullClinic clinic) {
        this.clinic = clinic;
    }

    /**
     * One adapter.
     *
     * @param rate effects done in a second
     * @param p50 milliseconds from the event to the answer
     * @param calls that arrived at the service, probes and reads of plans and files among them
     * @param writes of these
     */
    record Row(
            String service,
            long effects,
            long done,
            long attempts,
            double rate,
            double p50,
            double p99,
            long calls,
            long writes) {

        @Override
        public String toString() {
            return "| %s | %d | %d | %d | %d | %d | %.1f | %.0f | %.0f |"
                    .formatted(service, effects, done, attempts, calls, writes, rate, p50, p99);
        }
    }

    private record Ledger(
            String service, long effects, long done, long attempts, double rate, double p50, double p99) {}

    List<Row> since(Instant moment, JsonNode calls) {
        Map<String, long[]> arrived = new TreeMap<>();
        calls.path("calls").properties().forEach(kind -> {
            long[] sums = arrived.computeIfAbsent(service(kind.getKey()), s -> new long[2]);
            sums[0] += kind.getValue().asLong();
            sums[1] += isWrite(kind.getKey()) ? kind.getValue().asLong() : 0;
        });
        // An email is no call over HTTP: those that arrived count.
        clinic.there("/mail/mails").forEach(mail -> {
            if (Instant.parse(mail.path("at").asText()).isAfter(moment)) {
                long[] sums = arrived.computeIfAbsent("email", s -> new long[2]);
                sums[0]++;
                sums[1]++;
            }
        });
        List<Row> rows = new ArrayList<>();
        clinic.jdbc()
                .sql(LEDGER)
                .param(java.sql.Timestamp.from(moment))
                .query(Ledger.class)
                .list()
                .forEach(it -> {
                    long[] sums = arrived.getOrDefault(it.service(), new long[2]);
                    rows.add(new Row(
                            it.service(),
                            it.effects(),
                            it.done(),
                            it.attempts(),
                            it.rate(),
                            it.p50(),
                            it.p99(),
                            sums[0],
                            sums[1]));
                });
        return rows;
    }

    private static String service(String kind) {
        String path = kind.substring(kind.indexOf(' ') + 1);
        if (path.startsWith("/payer/fhir")) {
            return "payer";
        } else if (path.startsWith("/clearinghouse/eligibility")) {
            return "payer-edi";
        }
        return switch (path.split("/")[1]) {
            case "fhir" -> "ehr";
            case "clearinghouse" -> "claims";
            case "twilio" -> "sms";
            case "stripe" -> "payment";
            default -> path.split("/")[1];
        };
    }

    /** A search by POST has a further part in its path and changes nothing. */
    private static boolean isWrite(String kind) {
        if (kind.contains(" /clearinghouse/") && !kind.contains("/eligibility")) {
            // The files that are taken from there are acknowledged by a call each.
            return kind.equals("POST /clearinghouse/claims");
        }
        boolean search = kind.startsWith("POST /fhir/") && kind.endsWith("/{id}");
        return !kind.startsWith("GET") && !search;
    }
}
