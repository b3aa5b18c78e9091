package carequeue.adapter.payer;

import carequeue.api.patient.Coverage.Relationship;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a payer is asked: whether one coverage of a patient is active on a day, and what it pays for. Of the patient it holds what the rule of
 * eligibility lets out, and nothing else; what is not known is null.
 *
 * @param reference names the question there, the same however often it is put
 * @param payerId the payer's identifier at the clearing-house
 * @param subscriber whose policy it is, null when it is the patient's own
 */
public record Question(
        String reference,
        String siteId,
        String payerId,
        String payerName,
        String memberId,
        String groupNumber,
        Relationship relationship,
        Person patient,
        Person subscriber,
        LocalDate serviceDate) {

    /**
     * A person as payers know them.
     *
     * @param gender FHIR administrative gender
     */
    public record Person(String firstName, String lastName, LocalDate birthDate, String gender) {

        @Override
        public String toString() {
            return "[phi]";
        }
    }

    /** Made of the fields that may leave. */
    static Question of(String reference, String siteId, Relationship relationship, Map<String, ?> fields) {
        boolean own = relationship == null || relationship == Relationship.SELF;
        Person subscriber = new Person(
                text(fields, "subscriberFirstName"),
                text(fields, "subscriberLastName"),
                day(fields, "subscriberBirthDate"),
                null);
        return new Question(
                reference,
                siteId,
                text(fields, "payerId"),
                text(fields, "payerName"),
                text(fields, "memberId"),
                text(fields, "groupNumber"),
                own ? Relationship.SELF : relationship,
                new Person(
                        text(fields, "firstName"),
                        text(fields, "lastName"),
                        day(fields, "birthDate"),
                        text(fields, "gender")),
                own || subscriber.lastName() == null ? null : subscriber,
                day(fields, "serviceDate"));
    }

    private static String text(Map<String, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    private static LocalDate day(Map<String, ?> fields, String name) {
        try {
            return fields.get(name) == null
                    ? null
                    : LocalDate.parse(fields.get(name).toString());
        } catch (DateTimeException e) {
            // A rule may let only the year out, which is no day.
            return null;
        }
    }

    /** Whether the patient is not the one whose policy it is. */
    public boolean dependant() {
        return subscriber != null;
    }

    /** A value that the payer cannot do without. */
    public static String needed(String value, String field) {
        if (value == null) {
            throw new Unaskable(field);
        }
        return value;
    }

    @Override
    public String toString() {
        return "question " + reference;
    }
}
