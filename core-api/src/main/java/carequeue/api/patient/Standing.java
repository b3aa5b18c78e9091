package carequeue.api.patient;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import carequeue.api.PhiSubject;
import carequeue.api.patient.RelatedPerson.Power;
import carequeue.api.site.AgePolicy;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;

/**
 * What a check-in has to know of a patient on a day; the answer to {@link KinCommand.AssessPatient}.
 *
 * @param mergedInto the patient whom they were merged into, or null
 * @param age in years, or null where the birth date is not known
 * @param minor whether they are not of age by the site's policy, null where the birth date is not known
 * @param companions who may act for them on that day
 */
public record Standing(
        @PhiSubject String patientId,
        String siteId,
        boolean deceased,
        String mergedInto,
        @PhiField("age") Phi<Integer> age,
        @PhiField("minor") Phi<Boolean> minor,
        List<Companion> companions) {

    /** The standing of a patient on a day. */
    public static Standing of(
            String patientId,
            String siteId,
            boolean deceased,
            String mergedInto,
            LocalDate birthDate,
            Collection<RelatedPerson> related,
            LocalDate day,
            AgePolicy policy) {
        Integer age = birthDate == null ? null : Period.between(birthDate, day).getYears();
        Boolean minor = age == null ? null : policy.isMinor(age);
        List<Companion> companions = related.stream()
                .filter(person -> person.actsOn(day, minor))
                .map(person -> person.companion(minor))
                .toList();
        return new Standing(patientId, siteId, deceased, mergedInto, Phi.of(age), Phi.of(minor), companions);
    }

    /** Whether the patient is known not to be of age. */
    public boolean isMinor() {
        return minor != null && minor.known().orElse(false);
    }

    /** Whether a person, by their own patient's or person's identifier, may do something for the patient. */
    public boolean lets(String who, Power power) {
        return companions.stream()
                .filter(c -> who.equals(c.patientId()) || who.equals(c.personId()))
                .anyMatch(c -> c.may(power));
    }
}
