package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import java.time.LocalDate;
import java.util.Locale;

/**
 * An insurance policy of a patient. A field is null where it is not known.
 *
 * @param payerId the payer's identifier at the clearing-house
 * @param subscriber whose policy it is, null when it is the patient's own
 * @param from first day, or null
 * @param until last day, or null
 */
public record Coverage(
        String coverageId,
        CoverageOrder order,
        String payerId,
        String payerName,
        @PhiField("memberId") Phi<String> memberId,
        @PhiField("groupNumber") Phi<String> groupNumber,
        Relationship relationship,
        Subscriber subscriber,
        LocalDate from,
        LocalDate until) {

    /** What the patient is to the subscriber. */
    public enum Relationship {
        SELF,
        SPOUSE,
        CHILD,
        OTHER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The person whose policy it is, where that is not the patient. */
    public record Subscriber(
            @PhiField("subscriberFirstName") Phi<String> firstName,
            @PhiField("subscriberLastName") Phi<String> lastName,
            @PhiField("subscriberBirthDate") Phi<LocalDate> birthDate) {

        boolean known() {
            return is(firstName) && is(lastName) && is(birthDate);
        }
    }

    /** Whether the policy runs on a day, as far as is known. */
    public boolean runsOn(LocalDate day) {
        return (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
    }

    /** What others may know of the policy: nothing personal. */
    public CoverageRef ref() {
        boolean subscriberKnown =
                is(memberId) && (relationship == Relationship.SELF || subscriber != null && subscriber.known());
        return new CoverageRef(coverageId, order, payerId, payerName, subscriberKnown);
    }

    private static boolean is(Phi<?> value) {
        return value != null && value.known().isPresent();
    }
}
