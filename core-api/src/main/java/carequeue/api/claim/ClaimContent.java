package carequeue.api.claim;

import carequeue.api.Phi;
import carequeue.api.PhiField;
import java.util.List;

/**
 * What a claim says of the visit. Everything was typed by billing or read from the EHR; what is missing is null or empty, never made up.
 *
 * @param diagnoses in ICD-10-CM, the principal one first
 * @param placeOfService the code of CMS
 * @param billingNpi the National Provider Identifier of who bills
 * @param renderingNpi of who treated, null when that is the same
 */
public record ClaimContent(
        @PhiField("diagnoses") Phi<List<String>> diagnoses,
        List<ClaimLine> lines,
        String placeOfService,
        String billingNpi,
        String renderingNpi) {

    /** Of a claim for which nothing was typed yet. */
    public static final ClaimContent NONE = new ClaimContent(null, List.of(), null, null, null);

    public ClaimContent {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** How many diagnoses are known. */
    public int diagnosisCount() {
        return diagnoses == null ? 0 : diagnoses.known().map(List::size).orElse(0);
    }

    /** The sum of the charges, in minor units. */
    public long total() {
        return lines.stream()
                .filter(line -> line.charge() != null)
                .mapToLong(line -> line.charge().amount())
                .reduce(0, Math::addExact);
    }
}
