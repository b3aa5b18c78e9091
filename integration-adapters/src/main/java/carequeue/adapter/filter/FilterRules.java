package carequeue.adapter.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The rules as they are shipped, or as {@code carequeue.filter.rules} names a file of them; a purpose without a rule ends the start. */
@Component
public class FilterRules {

    private final Map<Purpose, FilterRule> rules = new EnumMap<>(Purpose.class);

    public FilterRules(
            @Value("${carequeue.filter.rules:classpath:filter/rules.json}") Resource file, ObjectMapper json) {
        try (InputStream in = file.getInputStream()) {
            JsonNode all = json.readTree(in);
            for (Purpose purpose : Purpose.values()) {
                rules.put(purpose, rule(purpose, all.path(purpose.toString())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the rules of what may leave cannot be read", e);
        }
    }

    /** The rule of a purpose. */
    public FilterRule of(Purpose purpose) {
        return rules.get(purpose);
    }

    private static FilterRule rule(Purpose purpose, JsonNode rule) {
        if (!rule.path("version").isInt() || !rule.path("fields").isObject()) {
            throw new IllegalStateException("there is no rule of what may cross the border for " + purpose);
        }
        Map<String, Treatment> fields = new HashMap<>();
        rule.path("fields")
                .properties()
                .forEach(field ->
                        fields.put(field.getKey(), Treatment.of(field.getValue().asText())));
        return new FilterRule(
                purpose.toString(),
                rule.path("version").asInt(),
                rule.path("service").asText(),
                rule.path("direction").asText(),
                rule.path("basis").asText(),
                fields);
    }
}
