package carequeue.adapter.ehr;

/** What came of looking for a person in the EHR. */
public sealed interface Search {

    /** Exactly one record fits. */
    record Found(PatientRecord patient) implements Search {}

    /** Nobody fits. */
    record Nobody() implements Search {}

    /** Several records fit; a person has to decide. */
    record Several() implements Search {}
}
