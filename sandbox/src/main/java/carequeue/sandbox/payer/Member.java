package carequeue.sandbox.payer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the payer has on file under a member's number; the number itself says it, so that a test can choose.
 *
 * @param standing of EB01: 1 active, 6 inactive, 5 being looked into; empty where the payer gives no answer
 * @param reason of AAA03 where there is no answer
 * @param wish of AAA04
 * @param coPay in cents
 * @param network of EB12
 * @param queued whether the answer comes later
 */
record Member(String number, String standing, String reason, String wish, long coPay, String network, boolean queued) {

    static final long DEDUCTIBLE = 150_000;
    static final long REMAINING = 60_000;

    private static final long USUAL = 2_500;
    private static final Pattern REFUSED = Pattern.compile("AAA([0-9]{2}|T4)([CNPRSWXY]?).*");
    private static final Pattern COPAY = Pattern.compile("COPAY(\\d{1,6}).*");

    /** The rules as the control page states them. */
    static final List<String[]> RULES = List.of(
            new String[] {"AAA75C…", "no answer: AAA03 is 75 and AAA04 is C; so for every code"},
            new String[] {"INACTIVE…", "the coverage is inactive"},
            new String[] {"PENDING…", "the payer itself is still looking into it (EB01 5)"},
            new String[] {"COPAY4000…", "active, the co-pay is 40.00"},
            new String[] {"OUT…", "active, the clinic is out of the network, the co-pay is 60.00"},
            new String[] {"QUEUED…", "active, and the answer comes later: FHIR only"},
            new String[] {
                "anything else", "active, in the network, the co-pay is 25.00, of the deductible 600.00 remain"
            });

    static Member of(String number) {
        String known = number == null ? "" : number.toUpperCase(java.util.Locale.ROOT);
        Matcher refused = REFUSED.matcher(known);
        if (known.isBlank()) {
            return new Member("", "", "72", "C", 0, "", false);
        } else if (refused.matches()) {
            return new Member(known, "", refused.group(1), refused.group(2), 0, "", false);
        } else if (known.startsWith("INACTIVE")) {
            return new Member(known, "6", "", "", 0, "", false);
        } else if (known.startsWith("PENDING")) {
            return new Member(known, "5", "", "", 0, "", false);
        }
        Matcher coPay = COPAY.matcher(known);
        boolean out = known.startsWith("OUT");
        long owed = coPay.matches() ? Long.parseLong(coPay.group(1)) : out ? 6_000 : USUAL;
        return new Member(known, "1", "", "", owed, out ? "N" : "Y", known.startsWith("QUEUED"));
    }

    boolean answered() {
        return !standing.isEmpty();
    }

    boolean active() {
        return standing.equals("1");
    }
}
