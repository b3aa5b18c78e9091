package carequeue.api.patient;

import java.time.LocalDate;
import java.util.List;

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

    /** The identifiers of patients who may be one person. */
    record Alike(List<String> patientIds) {}

    /** Several patients. */
    record Patients(List<PatientView> items, String nextCursor) {}

    /** A patient as staff of their site see them. */
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
            String source) {}
}
