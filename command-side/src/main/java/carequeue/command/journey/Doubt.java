package carequeue.command.journey;

import carequeue.api.visit.LookupOutcome;
import carequeue.api.visit.OpenItem;
import carequeue.api.visit.VisitEvent.PatientLookupAnswered;

/**
 * What the EHR's word means when it names no patient that can be accepted.
 *
 * @param item what stays to be done for a patient who is known here, and so goes on
 * @param rule by which anybody else is refused, with the sentence
 */
record Doubt(OpenItem item, String detail, String rule, String sentence) {

    static Doubt of(PatientLookupAnswered e) {
        if (e.outcome() == LookupOutcome.NOT_FOUND) {
            return new Doubt(
                    OpenItem.PATIENT_DATA_CACHED,
                    "the EHR does not know this patient",
                    "unknown-patient",
                    "No patient was found by what was given.");
        } else if (e.outcome() == LookupOutcome.AMBIGUOUS) {
            return new Doubt(
                    OpenItem.PATIENT_DATA_CACHED,
                    "the EHR knows several patients like this one",
                    "ambiguous-patient",
                    "Several patients fit what was given; please see the desk.");
        }
        return new Doubt(
                OpenItem.PATIENT_DATA_INVALID,
                e.detail(),
                "invalid-patient",
                "The EHR's record of this patient cannot be accepted: " + e.detail() + ".");
    }
}
