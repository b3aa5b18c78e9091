package carequeue.api.patient;

import carequeue.api.patient.RelatedPerson.Power;
import carequeue.api.patient.RelatedPerson.Role;
import java.util.Set;

/**
 * Somebody who may act for a patient on a day, with nothing personal.
 *
 * @param patientId the patient who they are themself, or null
 */
public record Companion(String personId, String patientId, Set<Role> roles, Set<Power> powers) {

    /** Whether they may do something for the patient. */
    public boolean may(Power power) {
        return powers.contains(power);
    }
}
