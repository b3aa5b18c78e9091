package carequeue.command.claim;

import carequeue.api.Money;
import carequeue.api.Phi;
import carequeue.api.claim.ClaimContent;
import carequeue.api.claim.ClaimLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** What orders to claims say in their bodies. */
final class ClaimBodies {

    private ClaimBodies() {}

    /**
     * What was done and what it costs, all of it; what is absent is not known yet.
     *
     * @param diagnoses ICD-10-CM, the principal one first
     * @param renderingNpi of who treated where that is not who bills
     * @param payerClaimNumber the payer's number of the claim where somebody learned it
     */
    record Content(
            @Size(max = 12) List<@NotBlank @Size(max = 10) String> diagnoses,
            @Valid @Size(max = 50) List<@NotNull Line> lines,
            @Size(max = 2) String placeOfService,
            @Size(max = 10) String billingNpi,
            @Size(max = 10) String renderingNpi,
            @Size(max = 50) String payerClaimNumber) {

        ClaimContent content() {
            return new ClaimContent(
                    Phi.of(diagnoses == null || diagnoses.isEmpty() ? null : diagnoses),
                    lines == null ? List.of() : lines.stream().map(Line::line).toList(),
                    known(placeOfService),
                    known(billingNpi),
                    known(renderingNpi));
        }
    }

    /** One service: its procedure in CPT or HCPCS, and the diagnoses it was for, counted from 1. */
    record Line(
            @Size(max = 10) String procedure,
            @Size(max = 4) List<@NotBlank @Size(max = 4) String> modifiers,
            @Size(max = 4) List<@NotNull Integer> diagnosisPointers,
            @Valid Money charge,
            Integer units,
            LocalDate day) {

        ClaimLine line() {
            return new ClaimLine(
                    Phi.of(known(procedure)),
                    Phi.of(modifiers == null || modifiers.isEmpty() ? null : modifiers),
                    diagnosisPointers,
                    charge,
                    units,
                    day);
        }
    }

    /** Why a claim goes out after the payer's time limit, where it does. */
    record Submission(@Size(max = 500) String lateReason) {}

    /** Why. */
    record Why(@NotBlank @Size(max = 500) String reason) {}

    /** An order that needs no further words. */
    record Nothing() {}

    private static String known(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
