package carequeue.api.patient;

import carequeue.api.PhiSubject;
import carequeue.api.site.AgePolicy;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Orders and questions about who acts for a patient. */
public sealed interface KinCommand extends PatientCommand {

    /** Notes somebody who may act for the patient, or what changed about them; answers the person's identifier. */
    record RelatePerson(
            @TargetAggregateIdentifier @PhiSubject String patientId, RelatedPerson person) implements KinCommand {}

    /** The person acts no more for the patient. */
    record EndRelation(@TargetAggregateIdentifier String patientId, String personId, String reason)
            implements KinCommand {}

    /** Asks what a check-in has to know of the patient on a day; the answer is {@link Standing}, and nothing happens. */
    record AssessPatient(@TargetAggregateIdentifier String patientId, LocalDate day, AgePolicy policy)
            implements KinCommand {}
}
