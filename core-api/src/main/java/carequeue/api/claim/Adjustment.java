package carequeue.api.claim;

import java.util.Locale;

/**
 * A part of a charge that a payer does not pay.
 *
 * @param code the claim adjustment reason code
 * @param amount in minor units of the claim's currency
 * @param line the claim's line, counted from 1, or null for the whole claim
 */
public record Adjustment(Bearer bearer, Kind kind, String code, long amount, Integer line) {

    /** Who bears it. */
    public enum Bearer {
        /** The clinic, by its contract with the payer. */
        CONTRACT,
        /** Takes back what was said before. */
        CORRECTION,
        OTHER,
        /** Nobody by contract: the payer holds that the patient does not owe it. */
        PAYER_INITIATED,
        PATIENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** For what a patient bears it. */
    public enum Kind {
        DEDUCTIBLE,
        CO_INSURANCE,
        CO_PAY,
        OTHER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
