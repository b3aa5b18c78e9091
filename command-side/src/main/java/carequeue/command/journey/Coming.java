package carequeue.command.journey;

import carequeue.api.Phi;
import carequeue.api.visit.Identification;
import java.time.Instant;
import java.util.List;

/**
 * Who comes for what: what the three ways to say "I am here" have in common.
 *
 * @param patientId the patient, or a provisional identifier while {@code identification} has to be looked up
 * @param slot by which a booked patient is called, or null
 * @param notBefore when a booked patient who is too early is placed, else null
 * @param alike the patients known before who may be the one who was just registered
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
        Phi<String> reason,
        List<String> alike) {

    Coming(
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
        this(
                patientId,
                identification,
                lookUp,
                appointmentId,
                serviceId,
                providerId,
                slot,
                notBefore,
                acuity,
                reason,
                List.of());
    }

    /** The same of another patient. */
    Coming of(String patient) {
        return new Coming(
                patient,
                identification,
                lookUp,
                appointmentId,
                serviceId,
                providerId,
                slot,
                notBefore,
                acuity,
                reason,
                alike);
    }

    /** Whether the patient is known here. */
    boolean isKnown() {
        return identification == null;
    }
}
