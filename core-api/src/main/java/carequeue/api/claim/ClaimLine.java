package carequeue.api.claim;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.PhiField;
import java.time.LocalDate;
import java.util.List;

/**
 * One service on a claim. A field is null where it is not known.
 *
 * @param procedure in CPT or HCPCS
 * @param modifiers of the procedure, in order
 * @param diagnosisPointers which of the claim's diagnoses it was for, counted from 1
 * @param charge for all units
 * @param day when it was done, null for the claim's day
 */
public record ClaimLine(
        @PhiField("procedure") Phi<String> procedure,
        @PhiField("modifiers") Phi<List<String>> modifiers,
        List<Integer> diagnosisPointers,
        Money charge,
        Integer units,
        LocalDate day) {

    public ClaimLine {
        diagnosisPointers = diagnosisPointers == null ? List.of() : List.copyOf(diagnosisPointers);
    }
}
