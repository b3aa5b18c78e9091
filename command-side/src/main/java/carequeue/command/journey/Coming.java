package carequeue.command.journey;

import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import java.time.Instant;

/**
 * Who comes for what: what the three ways to say "I am here" have in common.
 *
 * @param patientId the patient, or a provisional identifier while {@code identification} has to be looked up
 * @param slot by which a booked patient is called, or null
 * @param notBefore when a booked patient who is too early is placed, else null
 */
record Coming(
        String patientId,
        Identification identification,
        boolean lookUp,
        String appointmentId,
        String serviceId,
        String providerId,
        Instant slot,
        Instant notBefore,
        Integer acuity,
        Phi<String> reason) {

    /** Whether the patient is known here. */
    boolean isKnown() {
        return identification == null;
    }
}
