package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who may act for a patient, or pays for them.
 *
 * @param ownPatientId the patient who this person is themself, or null where they are none here
 * @param powers what they may do; nothing that does not stand here
 * @param from first day, or null
 * @param until last day, or null; a guardian's day ends in any case when the patient comes of age
 */
public record RelatedPerson(
        String personId,
        String ownPatientId,
        @PhiField("relatedFirstName") Phi<String> firstName,
        @PhiField("relatedLastName") Phi<String> lastName,
        @PhiField("relatedPhone") Phi<String> phone,
        @PhiField("relatedEmail") Phi<String> email,
        Set<Role> roles,
        Set<Power> powers,
        LocalDate from,
        LocalDate until) {

    public RelatedPerson {
        roles = Set.copyOf(roles);
        powers = Set.copyOf(powers);
    }

    /** What the person is to the patient. */
    public enum Role {
        /** Decides for a minor, until they come of age. */
        GUARDIAN,
        /** Pays for the patient. */
        GUARANTOR,
        /** Was given powers by the patient, or by a court. */
        PROXY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the person may do for the patient. */
    public enum Power {
        SEE,
        SIGN,
        PAY,
        BE_SENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the person acts for the patient on a day; {@code minor} is whether the patient is not of age then, or null when unknown. */
    boolean actsOn(LocalDate day, Boolean minor) {
        boolean within = (from == null || !from.isAfter(day)) && (until == null || !until.isBefore(day));
        boolean onlyGuardian = roles.equals(Set.of(Role.GUARDIAN));
        return within && !(onlyGuardian && Boolean.FALSE.equals(minor));
    }

    /** What others may know of the person: nothing personal. */
    Companion companion(Boolean minor) {
        // Who is both guardian and, say, guarantor pays on when the patient is of age, but decides no more.
        boolean guardianNoMore = roles.contains(Role.GUARDIAN) && Boolean.FALSE.equals(minor);
        Set<Role> now = guardianNoMore
                ? Set.copyOf(roles.stream().filter(r -> r != Role.GUARDIAN).toList())
                : roles;
        Set<Power> may = guardianNoMore && !roles.contains(Role.PROXY)
                ? Set.copyOf(powers.stream().filter(p -> p == Power.PAY).toList())
                : powers;
        return new Companion(personId, ownPatientId, now, may);
    }
}
