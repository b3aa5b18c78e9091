package carequeue.adapter.claims;

import java.util.ArrayList;
import java.util.List;

/**
 * A clinic as payers have it on file, and what it declares on every bill. Nothing of it is defaulted: what is missing keeps its bills here.
 *
 * @param taxId of the Internal Revenue Service, nine digits
 * @param taxonomy of the National Uniform Claim Committee, or null where no payer asks for it
 * @param zip nine digits
 * @param signatureOnFile whether the provider's signature is on file (CLM06)
 * @param assignment whether the provider accepts assignment: {@code A}, {@code B} or {@code C} (CLM07)
 * @param benefitsAssigned whether the patient assigned the benefits: {@code Y}, {@code N} or {@code W} (CLM08)
 * @param release whether the patient lets information be released: {@code Y} or {@code I} (CLM09)
 */
public record Clinic(
        String name,
        String taxId,
        String taxonomy,
        String street,
        String city,
        String state,
        String zip,
        Boolean signatureOnFile,
        String assignment,
        String benefitsAssigned,
        String release) {

    /** What is not said, by the names of the settings. */
    public static List<String> missing(Clinic clinic) {
        if (clinic == null) {
            return List.of("clinic");
        }
        List<String> missing = new ArrayList<>();
        need(missing, clinic.name, "clinic.name");
        need(missing, clinic.taxId, "clinic.taxId");
        need(missing, clinic.street, "clinic.street");
        need(missing, clinic.city, "clinic.city");
        need(missing, clinic.state, "clinic.state");
        need(missing, clinic.zip, "clinic.zip");
        need(missing, clinic.signatureOnFile, "clinic.signatureOnFile");
        need(missing, clinic.assignment, "clinic.assignment");
        need(missing, clinic.benefitsAssigned, "clinic.benefitsAssigned");
        need(missing, clinic.release, "clinic.release");
        return missing;
    }

    private static void need(List<String> missing, Object value, String name) {
        if (value == null || value.toString().isBlank()) {
            missing.add(name);
        }
    }
}
