package carequeue.adapter.claims.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import carequeue.adapter.claims.Interchanges;
import carequeue.adapter.claims.PayerWord;
import carequeue.adapter.claims.PayerWord.Acknowledged;
import carequeue.adapter.claims.PayerWord.Decided;
import carequeue.adapter.claims.PayerWord.Paid;
import carequeue.adapter.claims.Unmatched;
import carequeue.adapter.resilience.OutsideFailure;
import carequeue.api.Money;
import carequeue.api.claim.Acknowledgement.Word;
import carequeue.api.claim.Adjudication;
import carequeue.api.claim.Adjudication.Decision;
import carequeue.api.claim.Adjustment;
import carequeue.api.claim.Adjustment.Bearer;
import carequeue.api.claim.Adjustment.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 999, 277CA, 277 and 835, in the forms of the examples that X12 publishes (x12.org/examples: 005010X214 example 3, 005010X221 example 1). */
class ReadingTest {

    private final Interchanges interchanges = mock(Interchanges.class);
    private final Unmatched unmatched = mock(Unmatched.class);
    private final Reading reading = new Reading(interchanges, unmatched);

    private static final String REPORT = "BHT*0085*08*277X2140003*20060221*1025*TH~HL*1**20*1~"
            + "NM1*PR*2*YOUR INSURANCE COMPANY*****PI*YIC01~TRN*1*0091182~DTP*050*D8*20060220~DTP*009*D8*20060221~"
            + "HL*2*1*21*1~NM1*41*1*JONES*HARRY*B**MD*46*S00003~TRN*2*2002022045678~STC*A1:19:PR*20060221*WQ*365.5~"
            + "QTY*90*3~QTY*AA*2~AMT*YU*200.5~AMT*YY*165~HL*3*2*19*1~NM1*85*1*JONES*HARRY*B**MD*FI*234567894~"
            + "HL*4*3*PT~NM1*QC*1*PATIENT*FEMALE****MI*2222222222~TRN*2*PATIENT22222~STC*A2:20:PR*20060221*WQ*100~"
            + "REF*1K*220216359803X~DTP*472*D8*20060214~"
            + "HL*5*3*PT~NM1*QC*1*JONES*LARRY****MI*4444444444~TRN*2*JONES44444~STC*A3:21:77*20060221*U*100~";

    private static final String REMITTANCE =
            "BPR*I*945*C*ACH*CCP*01*888999777*DA*24681012*1935665544**01*111333555*DA*144444*20190316~"
                    + "TRN*1*71700666555*1935665544~DTM*405*20190314~N1*PR*RUSHMORE LIFE~N1*PE*ACME MEDICAL CENTER*XX*5544667733~"
                    + "LX*1~CLP*5554555444*1*800*450*300*12*94060555410000~CAS*CO*A2*50~NM1*QC*1*BUDD*WILLIAM****MI*33344555510~"
                    + "SVC*HC:99211*800*500~DTM*472*20190301~CAS*PR*1*300~REF*6R*1~AMT*B6*800~"
                    + "CLP*8765432112*1*1200*495*600*12*9407779923000~CAS*CO*A2*55~NM1*QC*1*SETTLE*SUSAN****MI*44455666610~"
                    + "SVC*HC:93555*1200*550~DTM*472*20190310~CAS*PR*1*600~CAS*CO*45*50~LQ*HE*N30~";

    static String file(String functional, String code, String guide, String body) {
        long segments = body.chars().filter(c -> c == '~').count() + 2;
        return "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CAREQUEUE      *261124*0905*^*00501*000000777*0*T*:~"
                + "GS*" + functional + "*PAYER*CAREQUEUE*20261124*0905*777*X*" + guide + "~ST*" + code + "*0001*"
                + guide
                + "~" + body + "SE*" + segments + "*0001~GE*1*777~IEA*1*000000777~";
    }

    private List<PayerWord> remitted(String body) {
        return reading.words("f", file("HP", "835", "005010X221A1", body));
    }

    @Test
    void eachClaimOfAReportIsAnsweredByItself() {
        List<PayerWord> words = reading.words("f", file("HN", "277", "005010X214", REPORT));
        assertThat(words).extracting(PayerWord::controlNumber).containsExactly("PATIENT22222", "JONES44444");
        var first = ((Acknowledged) words.get(0)).said();
        assertThat(first.word()).isEqualTo(Word.ACCEPTED);
        assertThat(first.payerClaimNumber()).isEqualTo("220216359803X");
        assertThat(first.codes()).containsExactly("A2:20:PR");
        assertThat(((Acknowledged) words.get(1)).said().word()).isEqualTo(Word.REJECTED);
    }

    @Test
    void aFileThatWasNotTakenAsAWholeIsARefusalOfItsBill() {
        String refused = REPORT.substring(0, REPORT.indexOf("HL*3"))
                .replace("STC*A1:19:PR*20060221*WQ", "STC*A8:746:40*20060221*U");
        assertThat(reading.words("f", file("HN", "277", "005010X214", refused)))
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.controlNumber()).isEqualTo("2002022045678");
                    assertThat(((Acknowledged) w).said().word()).isEqualTo(Word.REJECTED);
                });
    }

    @Test
    void ofTheCourseOfAClaimTheLastDayCounts() {
        String course = "BHT*0010*08*1*20261124*0905*DG~HL*1**20*1~HL*2*1*21*1~HL*3*2*19*1~HL*4*3*22*0~"
                + "NM1*IL*1*DOE*JO****MI*1~TRN*2*N1~STC*A3:21*20261101*U*10~STC*F1:65*20261110**10*8~REF*1K*P1~"
                + "SVC*HC:99213*10*8~STC*F2:1*20261111~";
        assertThat(reading.words("f", file("HN", "277", "005010X212", course)))
                .singleElement()
                .satisfies(w -> assertThat(((Acknowledged) w).said().word()).isEqualTo(Word.FINALIZED));
    }

    @Test
    void aRemittanceDecidesEachClaimAndBringsItsMoney() {
        List<PayerWord> words = remitted(REMITTANCE);
        assertThat(words)
                .extracting(w -> w.controlNumber() + " " + w.kind())
                .containsExactly(
                        "5554555444 decision", "5554555444 payment", "8765432112 decision", "8765432112 payment");
        Adjudication first = ((Decided) words.get(0)).said();
        assertThat(first.decision()).isEqualTo(Decision.PROCESSED);
        assertThat(first.balances()).isTrue();
        assertThat(first.paid()).isEqualTo(new Money(45_000, "USD"));
        assertThat(first.allowed()).isEqualTo(new Money(80_000, "USD"));
        assertThat(first.payerClaimNumber()).isEqualTo("94060555410000");
        assertThat(first.adjustments())
                .containsExactly(
                        new Adjustment(Bearer.CONTRACT, Kind.OTHER, "A2", 5_000, null),
                        new Adjustment(Bearer.PATIENT, Kind.DEDUCTIBLE, "1", 30_000, 1));
        assertThat(((Decided) words.get(2)).said().codes()).containsExactly("CLP02:1", "N30");
        Paid paid = (Paid) words.get(1);
        assertThat(paid.reference()).isEqualTo("71700666555/1935665544/1");
        assertThat(paid.reference()).isEqualTo(first.answerId());
        assertThat(remitted(REMITTANCE)).isEqualTo(words);
    }

    @Test
    void aReversalAndWhatTakesItsPlaceAreTwoDecisions() {
        String body = "BPR*I*10*C*ACH~TRN*1*T9*1935665544~LX*1~"
                + "CLP*N1*22*-100*-80**12*P1~CAS*CO*45*-20~CLP*N1*1*100*90**12*P2~CAS*CO*45*10~";
        List<PayerWord> words = remitted(body);
        assertThat(words).extracting(PayerWord::kind).containsExactly("decision", "payment", "decision", "payment");
        assertThat(((Decided) words.get(0)).said().decision()).isEqualTo(Decision.REVERSED);
        assertThat(((Decided) words.get(0)).said().balances()).isTrue();
        assertThat(((Paid) words.get(1)).amount().amount()).isEqualTo(-8_000);
        assertThat(words.stream().filter(Paid.class::isInstance).map(w -> ((Paid) w).reference()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aDenialIsOneAndADecisionThatNobodyKnowsIsForAPerson() {
        String denied = "BPR*H*0*C*NON~TRN*1*T8*1~LX*1~CLP*N1*4*100*0**12*P1~CAS*CO*29*100~";
        assertThat(((Decided) remitted(denied).get(0)).said().decision()).isEqualTo(Decision.DENIED);
        assertThat(remitted(denied)).hasSize(1);
        Acknowledged unclear =
                (Acknowledged) remitted(denied.replace("CLP*N1*4", "CLP*N1*77")).get(0);
        assertThat(unclear.said().word()).isEqualTo(Word.NEEDS_INFORMATION);
        assertThat(unclear.said().codes()).containsExactly("CLP02:77");
    }

    @ParameterizedTest
    @CsvSource({
        "BPR*I*945, BPR*I*946, BPR02",
        "*800*450*300, *800*451*300, CLP04",
        "SVC*HC:99211*800*500, SVC*HC:99211*800*501, SVC03",
        "SVC*HC:99211*800*500~DTM*472*20190301~CAS*PR*1*300, SVC*HC:99211*700*500~DTM*472*20190301~CAS*PR*1*200, CLP04",
        "BPR*I*945, BPR*I*x, BPR02",
        "TRN*1*71700666555*1935665544~, '', TRN"
    })
    void aFileWhoseSumsDoNotAgreeIsRefusedAsAWhole(String right, String wrong, String where) {
        assertThatThrownBy(() -> remitted(REMITTANCE.replace(right, wrong)))
                .isInstanceOf(OutsideFailure.Rejected.class)
                .hasMessageContaining(where)
                .hasMessageNotContaining("BUDD");
    }

    @Test
    void whatIsTakenBesideAllClaimsGoesToTheWorklistAndIsInTheSum() {
        String body =
                REMITTANCE.replace("BPR*I*945", "BPR*I*920.5") + "PLB*5544667733*20191231*WO:94060555410000*24.5~";
        assertThat(remitted(body)).hasSize(4);
        verify(unmatched).keep(eq("f"), anyInt(), eq("beside-claims"), isNull(), eq(new Money(2_450, "USD")), any());
    }

    @Test
    void whatIsSaidOfAFileIsSaidOfTheBillInIt() {
        when(interchanges.bill("42")).thenReturn(Optional.of("N1"));
        String accepted = "AK1*HC*42*005010X222A1~AK2*837*0001*005010X222A1~IK5*A~AK9*A*1*1*1~";
        String refused =
                "AK1*HC*42*005010X222A1~AK2*837*0001*005010X222A1~IK3*SV1*30*2400*8~IK4*2*782*1~IK5*R*5~AK9*R*1*1*0~";
        assertThat(said(accepted).word()).isEqualTo(Word.ON_ITS_WAY);
        assertThat(said(refused).word()).isEqualTo(Word.REJECTED);
        assertThat(said(refused).codes()).contains("999:R", "SV1@30.2:1");
    }

    private carequeue.api.claim.Acknowledgement said(String body) {
        return ((Acknowledged) reading.words("f", file("FA", "999", "005010X231A1", body))
                        .get(0))
                .said();
    }
}
