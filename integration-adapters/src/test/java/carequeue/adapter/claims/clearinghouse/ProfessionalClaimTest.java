package carequeue.adapter.claims.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import carequeue.adapter.claims.Bill;
import carequeue.adapter.claims.ClaimSettings;
import carequeue.adapter.claims.ClaimSettings.Kind;
import carequeue.adapter.claims.Unsendable;
import carequeue.adapter.x12.X12Reader;
import carequeue.adapter.x12.X12Writer;
import carequeue.api.Money;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Frequency;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The 837P (005010X222A1) and the 276 (005010X212), segment by segment as the guides order them. */
class ProfessionalClaimTest {

    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 24, 9, 5);

    private static String text(ClaimSettings settings, Bill bill) {
        return X12Writer.write(ProfessionalClaim.of(settings, bill, "000000042", AT));
    }

    private static String text(Bill bill) {
        return text(Bills837.settings("http://x", Kind.CLEARING_HOUSE), bill);
    }

    private static String body(String text) {
        return text.substring(text.indexOf("BHT*"), text.indexOf("~SE*") + 1);
    }

    @Test
    void theBillOfWhoIsInsuredThemself() {
        assertThat(body(text(Bills837.bill())))
                .isEqualTo("BHT*0019*00*0123456789ABCDEF0101*20261124*0905*CH~"
                        + "NM1*41*2*MAIN STREET CLINIC*****46*CAREQUEUE~"
                        + "PER*IC*BILLING OFFICE*TE*15550100000~"
                        + "NM1*40*2*CLEARINGHOUSE*****46*CLEARINGHOUSE~"
                        + "HL*1**20*1~PRV*BI*PXC*261QP2300X~"
                        + "NM1*85*2*MAIN STREET CLINIC*****XX*1234567893~"
                        + "N3*1 MAIN ST~N4*SPRINGFIELD*NY*100010000~REF*EI*123456789~"
                        + "HL*2*1*22*0~SBR*P*18*GRP1******CI~"
                        + "NM1*IL*1*O'NEILL*JANE****MI*W123456789~DMG*D8*19800517*F~"
                        + "NM1*PR*2*SAMPLE HEALTH*****PI*60054~"
                        + "CLM*0123456789ABCDEF0101*150.5***11:B:1*Y*A*Y*Y~"
                        + "HI*ABK:J069*ABF:E1165~"
                        + "NM1*82*1*MULLER*EVA****XX*1999999984~"
                        + "LX*1~SV1*HC:99213:25*120.5*UN*1***1:2~DTP*472*D8*20261123~REF*6R*1~"
                        + "LX*2~SV1*HC:87880*30*UN*2***1~DTP*472*D8*20261123~REF*6R*2~");
        assertThat(X12Reader.read(text(Bills837.bill())).transactions("837"))
                .singleElement()
                .satisfies(t -> assertThat(t.implementation()).isEqualTo("005010X222A1"));
    }

    @Test
    void aReplacementAndAnEndNameThePayersOwnNumber() {
        String replaced = text(Bills837.bill(Frequency.REPLACEMENT, Bills837.own(), null));
        assertThat(replaced).contains("***11:B:7*", "REF*F8*PCN-7~");
        assertThat(text(Bills837.bill(Frequency.VOID, Bills837.own(), null))).contains("***11:B:8*", "REF*F8*PCN-7~");
        assertThat(text(Bills837.bill())).doesNotContain("REF*F8");
    }

    @Test
    void aChildOnAParentsPolicyComesAfterThePayerBeforeWithWhatItDecided() {
        Adjudication before = new Adjudication(
                "a",
                Decision.PROCESSED,
                usd(15_050),
                null,
                usd(8_000),
                List.of(
                        new Adjustment(Bearer.CONTRACT, Adjustment.Kind.OTHER, "45", 5_050, 1),
                        new Adjustment(Bearer.PATIENT, Adjustment.Kind.CO_PAY, "3", 2_000, null)),
                "PCN-1",
                false,
                List.of());
        Bill bill = Bills837.bill(Frequency.ORIGINAL, Bills837.parents(), new Bill.Earlier(Bills837.own(), before));
        assertThat(text(bill))
                .contains("HL*2*1*22*1~SBR*S********CI~NM1*IL*1*SMITH*ANN****MI*U99~NM1*PR*2*OTHER HEALTH*****PI*87726~"
                        + "HL*3*2*23*0~PAT*19~NM1*QC*1*O'NEILL*JANE~DMG*D8*19800517*F~CLM*")
                .contains("SBR*P*18*GRP1******CI~CAS*CO*45*50.5~CAS*PR*3*20~AMT*D*80~OI***Y***Y~"
                        + "NM1*IL*1*O'NEILL*JANE****MI*W123456789~NM1*PR*2*SAMPLE HEALTH*****PI*60054~LX*1~");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsMadeUp() {
        assertThat(missing(Bills837.settings("http://x", Kind.CLEARING_HOUSE, null), Bills837.bill()))
                .containsExactly("clinic");
        assertThat(missing(Bills837.settings("http://x", Kind.CLEARING_HOUSE, Bills837.clinic(null)), Bills837.bill()))
                .containsExactly("clinic.taxId");
        Bill.Insurance nameless = new Bill.Insurance(
                Bills837.own().order(),
                "6*05",
                "Sample Health",
                null,
                null,
                Bills837.own().relationship(),
                null);
        assertThat(missing(
                        Bills837.settings("http://x", Kind.CLEARING_HOUSE),
                        Bills837.bill(Frequency.ORIGINAL, nameless, null)))
                .containsExactly("coverage.memberId", "coverage.payerId");
    }

    @Test
    void theQuestionHowItStands() {
        ClaimSettings settings = Bills837.settings("http://x", Kind.CLEARING_HOUSE);
        String text = X12Writer.write(StatusQuestion.of(
                settings, Bills837.bill(Frequency.REPLACEMENT, Bills837.parents(), null), "000000043", AT));
        assertThat(body(text))
                .isEqualTo("BHT*0010*13*000000043*20261124*0905~HL*1**20*1~NM1*PR*2*OTHER HEALTH*****PI*87726~"
                        + "HL*2*1*21*1~NM1*41*2*MAIN STREET CLINIC*****46*CAREQUEUE~"
                        + "HL*3*2*19*1~NM1*1P*2*MAIN STREET CLINIC*****XX*1234567893~"
                        + "HL*4*3*22*1~NM1*IL*1*SMITH*ANN****MI*U99~"
                        + "HL*5*4*23~DMG*D8*19800517*F~NM1*QC*1*O'NEILL*JANE~"
                        + "TRN*1*0123456789ABCDEF0101~REF*1K*PCN-7~AMT*T3*150.5~DTP*472*D8*20261123~");
    }

    private static List<String> missing(ClaimSettings settings, Bill bill) {
        return catchThrowableOfType(Unsendable.class, () -> text(settings, bill))
                .fields();
    }

    private static Money usd(long cents) {
        return new Money(cents, "USD");
    }
}
