package carequeue.api.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about patients and their answers. */
public sealed interface PatientQuery {

    /** One patient; the answer is {@link PatientView} or null. */
    record FindPatient(String patientId) implements PatientQuery {}

    /** Patients by record number, by phone, or by name and birth date; the answer is {@link Patients}. */
    record SearchPatients(String siteId, String mrn, String phone, String name, LocalDate birthDate)
            implements PatientQuery {}

    /**
     * The patients of a site who may be the person that is to be registered: the same birth date, and the same name, or the same telephone and a
     * name that may be theirs; not brothers, sisters or twins. The answer is {@link Alike}.
     */
    record FindAlike(String siteId, String firstName, String lastName, LocalDate birthDate, String phone)
            implements PatientQuery {}

    /**
     * The identifiers of patients who may be one person.
     *
     * @param same those of them with wholly the same name, and no other telephone
     */
    record Alike(List<String> patientIds, List<String> same) {}

    /** Several patients. */
    record Patients(List<PatientView> items, String nextCursor) {}

    /** Who may act for a patient; the answer is {@link RelatedPersons}. */
    record FindRelated(String patientId) implements PatientQuery {}

    /** Who may act for a patient, those who act no more among them. */
    record RelatedPersons(List<RelatedView> items, String nextCursor) {}

    /**
     * Somebody who may act for a patient, as staff see them.
     *
     * @param patientId the patient who they are themself, or null
     * @param ended why they act no more, or null
     */
    record RelatedView(
            String personId,
            String patientId,
            String firstName,
            String lastName,
            String phone,
            String email,
            Set<RelatedPerson.Role> roles,
            Set<RelatedPerson.Power> powers,
            LocalDate from,
            LocalDate until,
            String ended) {}

    /**
     * A patient as staff of their site see them.
     *
     * @param born what is known of a birth date that is not known whole, {@code YYYY} or {@code YYYY-MM}
     * @param mergedInto the record that goes on for the same person, or null
     */
    record PatientView(
            String patientId,
            String siteId,
            String mrn,
            String firstName,
            String lastName,
            LocalDate birthDate,
            String phone,
            String email,
            String gender,
            boolean deceased,
            String source,
            String mergedInto,
            Address address,
            String born) {}
}
