package carequeue.sandbox.clearinghouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How the payer decides: the member's number says it, so that a test can choose.
 *
 * @param allowed of the charge
 * @param coPay of what is allowed
 */
record Rules(Standing standing, BigDecimal allowed, BigDecimal coPay) {

    /** What becomes of a bill. */
    enum Standing {
        PAID,
        REJECTED,
        DENIED,
        /** It is taken, and no decision comes. */
        SILENT
    }

    /** As the control page states them. */
    static final List<String[]> STATED = List.of(
            new String[] {"REJECT…", "277CA A7:21, nothing is decided"},
            new String[] {"DENY…", "835 with CLP02 4 and CO 29"},
            new String[] {"SILENT…", "taken, and never decided"},
            new String[] {
                "anything else", "80 % is allowed; the patient's co-pay of it is 20.00; the rest is paid at once"
            },
            new String[] {
                "frequency 7 or 8", "835 with CLP02 22 for what was paid before; the place of 7 is decided anew"
            });

    private static final BigDecimal SHARE = new BigDecimal("0.80");
    private static final BigDecimal CO_PAY = new BigDecimal("20.00");

    static Rules of(Bill bill) {
        String member = bill.member().toUpperCase(Locale.ROOT);
        if (member.startsWith("REJECT")) {
            return new Rules(Standing.REJECTED, BigDecimal.ZERO, BigDecimal.ZERO);
        } else if (member.startsWith("DENY")) {
            return new Rules(Standing.DENIED, BigDecimal.ZERO, BigDecimal.ZERO);
        } else if (member.startsWith("SILENT")) {
            return new Rules(Standing.SILENT, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal allowed = bill.total().multiply(SHARE).setScale(2, RoundingMode.HALF_UP);
        return new Rules(Standing.PAID, allowed, allowed.min(CO_PAY));
    }

    BigDecimal paid() {
        return allowed.subtract(coPay);
    }
}
