package carequeue.api.site;

import carequeue.api.Refused;
import carequeue.api.conflict.Side;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who is right when two systems disagree: the first row that fits a field and a source decides, and without one a person does.
 *
 * @param rows from the particular to the general; {@code *} stands for every field or source
 */
public record ConflictPolicy(String name, int version, List<Row> rows) implements Policy {

    /**
     * The values a site starts with: what is said later holds, and reaches for telephone and mail are added to each other; but whether an
     * appointment takes place, for whom, and who somebody is, a person decides.
     */
    public static final ConflictPolicy DEFAULT = new ConflictPolicy(
            "conflict-rules",
            1,
            List.of(
                    new Row("appointment.status", "*", Rule.BY_A_PERSON),
                    new Row("appointment.patient", "*", Rule.BY_A_PERSON),
                    new Row("appointment.*", "*", Rule.LAST_WRITE_WINS),
                    new Row("patient.mrn", "*", Rule.BY_A_PERSON),
                    new Row("patient.birth-date", "*", Rule.BY_A_PERSON),
                    new Row("patient.first-name", "*", Rule.BY_A_PERSON),
                    new Row("patient.last-name", "*", Rule.BY_A_PERSON),
                    new Row("patient.*", "ehr", Rule.LAST_WRITE_WINS),
                    new Row("patient.*", "pms", Rule.MERGED)));

    public ConflictPolicy {
        if (rows == null || rows.stream().anyMatch(r -> r == null || !r.complete())) {
            throw new Refused.BadField("/rows", "is a list of field, source and rule");
        }
        rows = List.copyOf(rows);
    }

    /** What decides between two values. */
    public enum Rule {
        LAST_WRITE_WINS,
        OURS,
        THEIRS,
        MERGED,
        BY_A_PERSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One row: a field such as {@code patient.phone}, a source such as {@code ehr}, and the rule. */
    public record Row(String field, String source, Rule rule) {

        boolean complete() {
            return rule != null && Stream.of(field, source).noneMatch(s -> s == null || s.isBlank());
        }

        boolean fits(String otherField, String otherSource) {
            boolean thatField = field.equals("*")
                    || field.equals(otherField)
                    || field.endsWith(".*") && otherField.startsWith(field.substring(0, field.length() - 1));
            return thatField && (source.equals("*") || source.equals(otherSource));
        }
    }

    /**
     * What a rule comes to.
     *
     * @param rule the rule that fits
     * @param winner whose value holds, or null where a person decides
     */
    public record Verdict(Rule rule, Side winner) {}

    /**
     * Decides about a field that a source and we know differently.
     *
     * @param ours when our value was said, or null
     * @param theirs when theirs was said, by the source's own clock, or null
     */
    public Verdict verdict(String field, String source, Instant ours, Instant theirs) {
        Rule rule = rule(field, source);
        Side winner = switch (rule) {
            // What both know is not lost by a merge: our value stays, theirs is kept with the conflict.
            case OURS, MERGED -> Side.OURS;
            case THEIRS -> Side.THEIRS;
            case LAST_WRITE_WINS -> later(ours, theirs);
            case BY_A_PERSON -> null;
        };
        return new Verdict(rule, winner);
    }

    /** The later one; equal or missing times say nothing. */
    private static Side later(Instant ours, Instant theirs) {
        if (ours == null || theirs == null || ours.equals(theirs)) {
            return null;
        }
        return theirs.isAfter(ours) ? Side.THEIRS : Side.OURS;
    }

    /** What decides about a field when a source disagrees with us. */
    public Rule rule(String field, String source) {
        return rows.stream()
                .filter(row -> row.fits(field, source))
                .map(Row::rule)
                .findFirst()
                .orElse(Rule.BY_A_PERSON);
    }
}
