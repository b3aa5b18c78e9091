package carequeue.api.patient;

import carequeue.api.EventName;
import carequeue.api.PhiSubject;

/** What happened about who acts for a patient. */
public sealed interface KinEvent {

    /** The patient. */
    String patientId();

    /** Somebody may act for the patient, or what is known of them changed. */
    @EventName("patient.person-related")
    record PersonRelated(@PhiSubject String patientId, RelatedPerson person) implements KinEvent {}

    @EventName("patient.relation-ended")
    record RelationEnded(String patientId, String personId, String reason) implements KinEvent {}
}
