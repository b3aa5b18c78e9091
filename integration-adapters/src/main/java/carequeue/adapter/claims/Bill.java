package carequeue.adapter.claims;

import carequeue.api.claim.Adjudication;
import carequeue.api.claim.ClaimLine;
import carequeue.api.claim.Frequency;
import carequeue.api.patient.Coverage.Relationship;
import carequeue.api.patient.CoverageOrder;
import java.time.LocalDate;
import java.util.List;

/**
 * A bill as it leaves: of the patient it holds what the rule of claims lets out, and nothing else. What is not known is null.
 *
 * @param controlNumber ours, at most 20 characters
 * @param payerClaimNumber the payer's own where the frequency names an earlier one
 * @param earlier what the payer before decided, or null
 * @param total of all lines, in minor units
 */
public record Bill(
        String claimId,
        String siteId,
        String controlNumber,
        Frequency frequency,
        String payerClaimNumber,
        LocalDate serviceDate,
        Insurance insurance,
        Person patient,
        List<String> diagnoses,
        List<Line> lines,
        String placeOfService,
        String billingNpi,
        String renderingNpi,
        Earlier earlier,
        long total,
        String currency) {

    /** The coverage that is billed. */
    public record Insurance(
            CoverageOrder order,
            String payerId,
            String payerName,
            String memberId,
            String groupNumber,
            Relationship relationship,
            Person subscriber) {

        /** Whether the policy is another's than the patient's. */
        public boolean dependant() {
            return subscriber != null;
        }

        @Override
        public String toString() {
            return "[phi]";
        }
    }

    /** What the payer before decided. */
    public record Earlier(Insurance insurance, Adjudication decision) {}

    /**
     * A person as payers know them.
     *
     * @param gender FHIR administrative gender
     * @param address where they live, or null
     */
    public record Person(String firstName, String lastName, LocalDate birthDate, String gender, Home address) {

        /** Of whom no address is known. */
        public Person(String firstName, String lastName, LocalDate birthDate, String gender) {
            this(firstName, lastName, birthDate, gender, null);
        }

        @Override
        public String toString() {
            return "[phi]";
        }
    }

    /**
     * Where somebody lives.
     *
     * @param lines street and house, at least one
     * @param state two letters in the United States and Canada, else null
     * @param country ISO 3166-1, two letters; null for the United States
     */
    public record Home(List<String> lines, String city, String state, String zip, String country) {
        @Override
        public String toString() {
            return "[phi]";
        }
    }

    /** One service. */
    public record Line(
            String procedure, List<String> modifiers, List<Integer> pointers, long charge, int units, LocalDate day) {

        static Line of(ClaimLine line, LocalDate day) {
            return new Line(
                    line.procedure().known().orElseThrow(),
                    line.modifiers() == null
                            ? List.of()
                            : line.modifiers().known().orElse(List.of()),
                    line.diagnosisPointers(),
                    line.charge().amount(),
                    line.units(),
                    line.day() == null ? day : line.day());
        }

        @Override
        public String toString() {
            return "[phi]";
        }
    }

    @Override
    public String toString() {
        return "bill " + controlNumber;
    }
}
