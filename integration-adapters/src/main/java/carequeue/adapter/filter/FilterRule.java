package carequeue.adapter.filter;

import java.util.Map;

/**
 * What of a payload may cross the border for one purpose.
 *
 * @param rule its name, that of the purpose
 * @param version counted up with every change, and noted with every use
 * @param service the outside service
 * @param direction {@code out} or {@code in}
 * @param basis why HIPAA lets it: {@code treatment, payment} or {@code operations}
 * @param fields the treatment by the field's name; what is not named is dropped
 */
public record FilterRule(
        String rule, int version, String service, String direction, String basis, Map<String, Treatment> fields) {

    public FilterRule {
        fields = Map.copyOf(fields);
    }

    Treatment of(String field) {
        return fields.getOrDefault(field, Treatment.DROP);
    }
}
