package carequeue.adapter.filter;

import carequeue.adapter.filter.jose.PartnerKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lets of a payload cross the border what its purpose needs, and notes by names of fields what was kept, masked, encrypted and dropped. Every adapter
 * that sends or takes what is about a patient calls {@link #apply} with the payload as named fields and goes on with what comes back: a field that the
 * rule of {@code filter/rules.json} does not name is not in it. Call it with no transaction open; without its row nothing leaves.
 */
@Component
public class Filter {

    private final FilterRules rules;
    private final PartnerKeys keys;
    private final Transformations transformations;

    public Filter(FilterRules rules, PartnerKeys keys, Transformations transformations) {
        this.rules = rules;
        this.keys = keys;
        this.transformations = transformations;
    }

    /**
     * Applies the rule of a purpose; fields without a value are passed over.
     *
     * @param patientId whom it is about, by our identifier, or null
     * @return what may cross, in the order given
     */
    public Map<String, Object> apply(Purpose purpose, String patientId, Map<String, ?> fields) {
        FilterRule rule = rules.of(purpose);
        Transformation note = new Transformation(rule, patientId);
        Map<String, Object> crossing = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                put(rule, name, value, crossing, note);
            }
        });
        transformations.note(note);
        return crossing;
    }

    private void put(FilterRule rule, String name, Object value, Map<String, Object> crossing, Transformation note) {
        Treatment treatment = rule.of(name);
        if (treatment == Treatment.DROP) {
            note.dropped(name);
        } else if (treatment.masks()) {
            crossing.put(name, treatment.mask(value.toString()));
            note.masked(name);
        } else if (treatment == Treatment.ENCRYPT && keys.has(rule.service())) {
            crossing.put(name, sealed(rule, value));
            note.encrypted(name);
        } else {
            crossing.put(name, value);
            note.kept(name);
        }
    }

    /** Of a list each part by itself, so that it stays a list. */
    private Object sealed(FilterRule rule, Object value) {
        return value instanceof List<?> parts
                ? parts.stream().map(part -> sealed(rule, part)).toList()
                : keys.encrypt(rule.service(), value.toString());
    }
}
