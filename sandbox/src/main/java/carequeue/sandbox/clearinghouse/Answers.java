package carequeue.sandbox.clearinghouse;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Writes what is said of a bill, each in an interchange of its own. */
final class Answers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final long number;
    private final LocalDateTime at;

    Answers(long number, LocalDateTime at) {
        this.number = number;
        this.at = at;
    }

    /** Whether the file could be read. */
    String receipt(String interchange, String fault) {
        String set = fault.isEmpty() ? "IK5*A~" : "IK3*" + fault + "*1**3~IK5*R*5~";
        String verdict = fault.isEmpty() ? "AK9*A*1*1*1~" : "AK9*R*1*1*0~";
        return file(
                "FA",
                "999",
                "005010X231A1",
                "AK1*HC*" + interchange + "*005010X222A1~AK2*837*0001*005010X222A1~" + set + verdict);
    }

    /** Whether the payer takes the bill (277CA). */
    String taken(Bill bill, boolean taken) {
        String total = plain(bill.total());
        String status = taken
                ? "STC*A2:20:PR*" + DAY.format(at) + "*WQ*" + total + "~REF*1K*" + bill.copy() + "~"
                : "STC*A7:21:85*" + DAY.format(at) + "*U*" + total + "~";
        return file(
                "HN",
                "277",
                "005010X214",
                "BHT*0085*08*" + number + "*" + DAY.format(at) + "*" + TIME.format(at) + "*TH~HL*1**20*1~"
                        + "NM1*PR*2*SANDBOX PAYER*****PI*" + bill.payer() + "~TRN*1*" + number + "~HL*2*1*21*1~"
                        + "NM1*41*2*CLINIC*****46*CAREQUEUE~TRN*2*" + bill.number() + "~STC*A1:19:PR*" + DAY.format(at)
                        + "*WQ*" + total + "~HL*3*2*19*1~NM1*85*2*CLINIC*****XX*" + bill.billingNpi()
                        + "~HL*4*3*PT~NM1*QC*1*PATIENT****MI*" + bill.member() + "~TRN*2*" + bill.number() + "~"
                        + status);
    }

    /** How a bill stands (277). */
    String standing(String bill, String copy, String category) {
        String reference = copy.isEmpty() ? "" : "REF*1K*" + copy + "~";
        return file(
                "HN",
                "277",
                "005010X212",
                "BHT*0010*08*" + number + "*" + DAY.format(at) + "*" + TIME.format(at)
                        + "*DG~HL*1**20*1~NM1*PR*2*SANDBOX PAYER*****PI*SANDBOX~HL*2*1*21*1~NM1*41*2*CLINIC*****46*CAREQUEUE~"
                        + "HL*3*2*19*1~NM1*1P*2*CLINIC*****XX*1999999984~HL*4*3*22*0~NM1*IL*1*PATIENT~TRN*2*" + bill
                        + "~STC*" + category + "*" + DAY.format(at) + "~" + reference);
    }

    /** What the payer decided and pays (835); {@code sign} is -1 where it takes that back. */
    String remittance(Bill bill, String status, Rules rules, int sign) {
        BigDecimal by = BigDecimal.valueOf(sign);
        BigDecimal paid = rules.paid().multiply(by);
        BigDecimal total = bill.total().multiply(by);
        boolean denied = rules.standing() == Rules.Standing.DENIED;
        String reasons = denied
                ? "CAS*CO*29*" + plain(total) + "~"
                : "CAS*CO*45*" + plain(bill.total().subtract(rules.allowed()).multiply(by)) + "~CAS*PR*3*"
                        + plain(rules.coPay().multiply(by)) + "~";
        return file(
                "HP",
                "835",
                "005010X221A1",
                "BPR*" + (paid.signum() > 0 ? "I" : "H") + "*" + plain(paid.max(BigDecimal.ZERO)) + "*C*"
                        + (paid.signum() > 0 ? "ACH" : "NON") + "************" + DAY.format(at) + "~TRN*1*EFT" + number
                        + "*1999999999~N1*PR*SANDBOX PAYER~N1*PE*CLINIC*XX*" + bill.billingNpi() + "~LX*1~CLP*"
                        + bill.number() + "*" + status + "*" + plain(total) + "*" + plain(paid) + "*"
                        + plain(rules.coPay().multiply(by)) + "*12*" + bill.copy() + "~" + reasons + balance(paid));
    }

    /** What is taken back is owed to the payer and kept from later payments, so that nothing moves now. */
    private static String balance(BigDecimal paid) {
        return paid.signum() < 0 ? "PLB*1999999984*20261231*FB:BACK*" + plain(paid) + "~" : "";
    }

    private static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private String file(String functional, String code, String guide, String body) {
        long segments = body.chars().filter(c -> c == '~').count() + 2;
        return "ISA*00*          *00*          *ZZ*CLEARINGHOUSE  *ZZ*CAREQUEUE      *"
                + DAY.format(at).substring(2)
                + "*" + TIME.format(at) + "*^*00501*" + String.format("%09d", number) + "*0*T*:~GS*" + functional
                + "*CLEARINGHOUSE*CAREQUEUE*" + DAY.format(at) + "*" + TIME.format(at) + "*" + number + "*X*" + guide
                + "~ST*" + code + "*0001*" + guide + "~" + body + "SE*" + segments + "*0001~GE*1*" + number
                + "~IEA*1*" + String.format("%09d", number) + "~";
    }
}
