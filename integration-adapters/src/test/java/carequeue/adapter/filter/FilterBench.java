package carequeue.adapter.filter;

import carequeue.adapter.filter.jose.PartnerKeys;
import carequeue.adapter.filter.jose.PartnerSettings;
import carequeue.adapter.outbox.OutboxBench;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The shipped rules on a real database. */
public final class FilterBench {

    private FilterBench() {}

    public static Filter on(OutboxBench bench) {
        return on(bench.jdbc, bench.transaction);
    }

    public static Filter on(JdbcClient jdbc, TransactionTemplate transaction) {
        return new Filter(
                new FilterRules(new ClassPathResource("filter/rules.json"), new ObjectMapper()),
                new PartnerKeys(new PartnerSettings(Map.of())),
                new Transformations(jdbc, transaction));
    }

    /** The shipped rules, of which one is another. */
    public static Filter on(OutboxBench bench, String purpose, Map<String, String> fields) {
        return on(bench, purpose, fields, Map.of());
    }

    /** The same for partners who gave keys. */
    public static Filter on(OutboxBench bench, String purpose, Map<String, String> fields, Map<String, String> keys) {
        var json = new ObjectMapper();
        try {
            var rules = (ObjectNode) json.readTree(new ClassPathResource("filter/rules.json").getInputStream());
            ((ObjectNode) rules.get(purpose)).set("fields", json.valueToTree(fields));
            return new Filter(
                    new FilterRules(new ByteArrayResource(json.writeValueAsBytes(rules)), json),
                    new PartnerKeys(new PartnerSettings(keys)),
                    new Transformations(bench.jdbc, bench.transaction));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
