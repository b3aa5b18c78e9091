package carequeue.api.patient;

import java.util.List;

/**
 * The coverages of a patient that run on a day, primary first; none means self-pay. The answer to {@link PatientCommand.AskCoverages}.
 */
public record Covered(String patientId, List<CoverageRef> coverages) {

    /** Whether the patient pays by themself. */
    public boolean selfPay() {
        return coverages.isEmpty();
    }
}
