package carequeue.sandbox.clearinghouse;

import java.math.BigDecimal;
import java.util.List;

/**
 * A bill that was sent here.
 *
 * @param number the control number of who sent it (CLM01)
 * @param frequency 1, 7 or 8
 * @param earlier the payer's number of the bill that it replaces or ends
 * @param copy which number the payer gives it
 * @param lines the charge of each service, with its number and procedure
 */
record Bill(
        String number,
        String frequency,
        String earlier,
        String copy,
        String member,
        String payer,
        String billingNpi,
        String interchange,
        BigDecimal total,
        List<Line> lines) {

    /** One service. */
    record Line(String number, String procedure, BigDecimal charge) {}

    static Bill of(Edi edi, String copy) {
        String[] place = edi.parts(edi.element(5, "CLM"));
        List<String[]> services = edi.all("SV1");
        List<Line> lines = new java.util.ArrayList<>();
        for (int n = 0; n < services.size(); n++) {
            String[] procedure = edi.parts(Edi.at(services.get(n), 1));
            lines.add(new Line(
                    String.valueOf(n + 1),
                    procedure.length > 1 ? procedure[1] : "",
                    new BigDecimal(Edi.at(services.get(n), 2))));
        }
        return new Bill(
                edi.element(1, "CLM"),
                place.length > 2 ? place[2] : "1",
                edi.element(2, "REF", "F8"),
                copy,
                edi.element(9, "NM1", "IL"),
                edi.element(9, "NM1", "PR"),
                edi.element(9, "NM1", "85"),
                edi.element(6, "GS"),
                new BigDecimal(edi.element(2, "CLM")),
                lines);
    }

    /** What is wrong with a bill, by the segment that lacks something; empty when it is whole. */
    static String fault(Edi edi) {
        for (String[] needed : List.of(
                new String[] {"CLM"},
                new String[] {"HI"},
                new String[] {"SV1"},
                new String[] {"NM1", "85"},
                new String[] {"NM1", "IL"},
                new String[] {"NM1", "PR"},
                new String[] {"REF", "EI"})) {
            if (edi.all(needed).isEmpty()) {
                return String.join("", needed[0]);
            }
        }
        return edi.element(2, "CLM").matches("\\d{1,10}(\\.\\d{1,2})?") ? "" : "CLM";
    }
}
