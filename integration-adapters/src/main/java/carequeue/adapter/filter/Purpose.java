package carequeue.adapter.filter;

import java.util.Locale;

/** What a payload that crosses our border is for; each has a rule of its own in {@code filter/rules.json}. */
public enum Purpose {
    EHR_READ,
    EHR_SEARCH,
    EHR_WRITE,
    PMS_READ,
    PMS_PUSH,
    PMS_BOOK,
    PMS_PATIENT,
    ELIGIBILITY,
    CLAIM,
    SMS,
    EMAIL,
    PUSH,
    PAYMENT;

    /** The name of its rule, such as {@code pms-push}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
