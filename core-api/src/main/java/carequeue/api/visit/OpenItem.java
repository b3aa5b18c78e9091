package carequeue.api.visit;

import java.util.Locale;

/** What is still to be done about a visit; each closes itself when the late answer comes, or a person closes it. */
public enum OpenItem {
    /** The EHR did not answer in time: the patient's record is the last one known. */
    PATIENT_DATA_CACHED,
    /** The patient was typed in and is not matched with the EHR yet. */
    PATIENT_TYPED_IN,
    /** The EHR's record of the patient cannot be accepted; the detail names the fields. */
    PATIENT_DATA_INVALID,
    /** The next queue would not take the patient; the detail says why. */
    NOT_PLACED,
    /** It is not known whether the patient's (primary) insurance is active. */
    INSURANCE_UNVERIFIED,
    /** The same for the secondary insurance. */
    SECONDARY_INSURANCE_UNVERIFIED,
    /** What the patient owes for the visit is not paid, waived or written off yet. */
    CO_PAY_UNPAID,
    /** What the patient was asked for and what the payers say they owe differ, and it could not be put right; the detail says how. */
    BALANCE_DIFFERS,
    /** The reason for coming names a danger: somebody has to look at the patient now. */
    RED_FLAG,
    /** The provider whom the patient waits for cannot see them; the detail says who. */
    PROVIDER_UNAVAILABLE,
    /** The queue's day ended while the patient was called or in service; the detail says where. */
    NOT_FINISHED,
    /** Another system says otherwise than we do about the appointment or the patient; the detail says what. */
    OUTSIDE_DIFFERS,
    /** The patient was merged with another one, of whom a visit is open too; the detail names it. */
    VISIT_NOT_MERGED,
    /** The patient has an open visit at another site too; the detail names the site. */
    OTHER_VISIT,
    /** The patient who was typed in may be known here already; the detail names whom to look at. */
    POSSIBLE_DUPLICATE,
    /** The EHR has not accepted, or not read back, that the patient arrived. */
    EHR_ARRIVED,
    /** The same for being checked in. */
    EHR_CHECKED_IN,
    /** The same for the begin of the service. */
    EHR_IN_PROGRESS,
    /** The same for the end of the visit. */
    EHR_FINISHED,
    /** The same for a patient who left, or a check-in taken back. */
    EHR_CANCELLED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
