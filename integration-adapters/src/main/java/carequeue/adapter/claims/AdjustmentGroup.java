package carequeue.adapter.claims;

import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The claim adjustment group codes of X12 (CAS01), and which adjustment reason codes say for what a patient pays. */
public enum AdjustmentGroup {
    CO("CO", Bearer.CONTRACT, "contractual obligation: the clinic may not ask the patient for it"),
    CR("CR", Bearer.CORRECTION, "correction and reversal, of the time before 005010"),
    OA("OA", Bearer.OTHER, "none of the others, such as what the payer before has paid"),
    PI("PI", Bearer.PAYER_INITIATED, "payer initiated: the patient does not owe it, and no contract says so"),
    PR("PR", Bearer.PATIENT, "patient responsibility");

    private static final Map<String, Kind> KINDS = Map.of(
            "1", Kind.DEDUCTIBLE,
            "2", Kind.CO_INSURANCE,
            "3", Kind.CO_PAY,
            // Of blood, and of professional services in an institution.
            "66", Kind.DEDUCTIBLE,
            "247", Kind.DEDUCTIBLE,
            "248", Kind.CO_INSURANCE,
            // Of those with a low-income subsidy.
            "241", Kind.CO_PAY);

    private final String code;
    private final Bearer bearer;
    private final String words;

    AdjustmentGroup(String code, Bearer bearer, String words) {
        this.code = code;
        this.bearer = bearer;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Bearer bearer() {
        return bearer;
    }

    String words() {
        return words;
    }

    /** Empty for a code that there is not: such a remittance is looked at by a person. */
    public static Optional<AdjustmentGroup> of(String code) {
        return Arrays.stream(values()).filter(g -> g.code.equals(code)).findFirst();
    }

    /** The group of who bears a part. */
    public static AdjustmentGroup of(Bearer bearer) {
        return Arrays.stream(values())
                .filter(g -> g.bearer == bearer)
                .findFirst()
                .orElseThrow();
    }

    /** For what it is; whatever is none of the three is still the patient's where the group says so. */
    public static Kind kind(String reasonCode) {
        return KINDS.getOrDefault(reasonCode, Kind.OTHER);
    }
}
