package carequeue.api.eligibility;

import java.util.Locale;

/** Where a question to a payer stands: asked, or what came of it. */
public enum EligibilityState {
    REQUESTED,
    ACTIVE,
    INACTIVE,
    /** The payer does not find the patient by what it was told. */
    PATIENT_MUST_CORRECT,
    PAYER_UNAVAILABLE,
    /** The payer does not answer such questions, or not for this service or day. */
    NOT_SUPPORTED,
    /** The clinic or provider is not enrolled with the payer for asking. */
    ENROLMENT_MISSING,
    /** There is an answer, and it does not say whether the coverage is active. */
    UNKNOWN;

    /** Whether it is known if the coverage is active. */
    public boolean decided() {
        return this == ACTIVE || this == INACTIVE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
