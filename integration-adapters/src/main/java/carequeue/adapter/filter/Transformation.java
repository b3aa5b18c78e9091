package carequeue.adapter.filter;

import java.util.ArrayList;
import java.util.List;

/** One use of a rule: which fields crossed the border and in which form, never their values. */
final class Transformation {

    private final FilterRule rule;
    private final String patientId;
    private final List<String> kept = new ArrayList<>();
    private final List<String> masked = new ArrayList<>();
    private final List<String> encrypted = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    Transformation(FilterRule rule, String patientId) {
        this.rule = rule;
        this.patientId = patientId;
    }

    void kept(String field) {
        kept.add(field);
    }

    void masked(String field) {
        masked.add(field);
    }

    void encrypted(String field) {
        encrypted.add(field);
    }

    void dropped(String field) {
        dropped.add(field);
    }

    FilterRule rule() {
        return rule;
    }

    String patientId() {
        return patientId;
    }

    String[] keptFields() {
        return kept.toArray(String[]::new);
    }

    String[] maskedFields() {
        return masked.toArray(String[]::new);
    }

    String[] encryptedFields() {
        return encrypted.toArray(String[]::new);
    }

    String[] droppedFields() {
        return dropped.toArray(String[]::new);
    }
}
