package carequeue.sandbox.payer;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Writes a 271, or the TA1 that refuses a 270; with other separators than those that most use, since each partner has its own. */
final class Edi271 {

    private static final String END = "~\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final String GUIDE = "005010X279A1";

    private Edi271() {}

    static String of(Edi270 question, Member member, LocalDateTime at) {
        List<String> set = new ArrayList<>();
        set.add("ST|271|0001|" + GUIDE);
        set.add("BHT|0022|11|" + question.reference() + "|" + DAY.format(at) + "|" + TIME.format(at));
        set.add("HL|1||20|1");
        set.add("NM1|PR|2|SANDBOX PAYER|||||PI|" + question.payer());
        set.add("HL|2|1|21|1");
        set.add("NM1|1P|2|CLINIC|||||XX|1999999984");
        set.add("HL|3|2|22|" + (question.dependent() ? "1" : "0"));
        if (question.dependent()) {
            set.add("NM1|IL|1|SUBSCRIBER|||||MI|" + member.number());
            set.add("HL|4|3|23|0");
        }
        set.add("TRN|2|" + question.reference() + "|" + question.originator());
        set.add(question.dependent() ? "NM1|03|1|DEPENDENT" : "NM1|IL|1|MEMBER|||||MI|" + member.number());
        said(member, at, set);
        set.add("SE|" + (set.size() + 1) + "|0001");
        return envelope(question, at, "1", group(question, at, set));
    }

    private static void said(Member member, LocalDateTime at, List<String> set) {
        if (!member.answered()) {
            set.add("AAA|N||" + member.reason() + "|" + (member.wish().isEmpty() ? "R" : member.wish()));
            return;
        }
        set.add("DTP|291|RD8|" + at.getYear() + "0101-" + at.getYear() + "1231");
        set.add("EB|" + member.standing() + "|IND|30||SANDBOX PLAN");
        if (member.active()) {
            set.add("EB|B|IND|98^UC|||27|" + amount(member.coPay()) + "|||||" + member.network());
            set.add("MSG|DUE AT THE VISIT");
            set.add("EB|C|IND|30|||23|" + amount(Member.DEDUCTIBLE) + "|||||" + member.network());
            set.add("EB|C|IND|30|||29|" + amount(Member.REMAINING) + "|||||" + member.network());
        }
    }

    /** A question that was not understood is answered by a TA1, which says which number it had and what was wrong. */
    static String refusal(Edi270 question, LocalDateTime at) {
        String ta1 = "TA1|" + question.controlNumber() + "|" + DAY.format(at).substring(2) + "|" + TIME.format(at)
                + "|R|" + question.fault() + END;
        return envelope(question, at, "0", ta1);
    }

    private static String group(Edi270 question, LocalDateTime at, List<String> set) {
        return "GS|HB|CLEARINGHOUSE|" + question.sender() + "|" + DAY.format(at) + "|" + TIME.format(at) + "|1|X|"
                + GUIDE + END + String.join(END, set) + END + "GE|1|1" + END;
    }

    private static String envelope(Edi270 question, LocalDateTime at, String groups, String inside) {
        return "ISA|00|          |00|          |ZZ|CLEARINGHOUSE  |ZZ|%-15s|%s|%s|^|00501|%s|0|T|>"
                        .formatted(
                                question.sender(),
                                DAY.format(at).substring(2),
                                TIME.format(at),
                                question.controlNumber())
                + END + inside + "IEA|" + groups + "|" + question.controlNumber() + END;
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).stripTrailingZeros().toPlainString();
    }
}
