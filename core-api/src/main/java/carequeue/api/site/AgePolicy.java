package carequeue.api.site;

import carequeue.api.Refused;

/**
 * When a patient is of age at a site: younger ones are not left alone at a kiosk, and guardians act for them.
 *
 * @param years from which birthday on
 */
public record AgePolicy(String name, int version, int years) implements Policy {

    private static final int OLDEST = 25;

    /** The values a site starts with. */
    public static final AgePolicy DEFAULT = new AgePolicy("of-age", 1, 18);

    public AgePolicy {
        if (years < 0 || years > OLDEST) {
            throw new Refused.BadField("/years", "is from 0 to " + OLDEST);
        }
    }

    /** Whether somebody of so many years is not of age. */
    public boolean isMinor(int age) {
        return age < years;
    }
}
