package carequeue.adapter.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import carequeue.adapter.x12.Acknowledgement.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TA1 and 999 say whether what was sent was taken, and where it was not. */
class AcknowledgementTest {

    private static final String ISA = "ISA*00*          *00*          *ZZ*CLEARING       *ZZ*CAREQUEUE     "
            + " *261123*2030*^*00501*000000007*0*P*:~";

    @Test
    void anInterchangeOfNothingButItsAcknowledgement() {
        Interchange read = X12Reader.read(ISA + "TA1*000000905*261123*2029*R*023~IEA*0*000000007~");
        assertThat(read.groups()).isEmpty();
        var told = Acknowledgement.ofInterchange(read.acknowledgements().get(0));
        assertThat(told.controlNumber()).isEqualTo("000000905");
        assertThat(told.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(told.codes()).containsExactly("023");
    }

    /** Composed for this test by the 005010X231A1 guide's segments; not a recorded file. */
    @Test
    void aGroupOfWhichOneSetWasNotTaken() {
        var told = Acknowledgement.ofGroup(transaction(
                "AK1*HC*905*005010X222A1~AK2*837*0001*005010X222A1~IK5*A~AK2*837*0002*005010X222A1~IK3*NM1*8*2010AA*8~"
                        + "IK4*9*67*7*98~IK5*R*I5~AK9*P*2*2*1~",
                10));
        assertThat(told.controlNumber()).isEqualTo("905");
        assertThat(told.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(told.sets())
                .extracting(Acknowledgement.OfSet::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.REJECTED);
        assertThat(told.sets().get(1).errors()).isEqualTo(List.of("NM1@8:8", "NM1@8.9:7"));
    }

    @Test
    void oneThatSaysNothingIsRefused() {
        assertThatThrownBy(() -> Acknowledgement.ofGroup(transaction("AK1*HC*905*005010X222A1~", 3)))
                .hasMessage("AK9 is missing");
        assertThatThrownBy(() -> Acknowledgement.ofGroup(transaction("AK1*HC*905~AK9*Q*1*1*1~", 4)))
                .hasMessageStartingWith("AK901");
    }

    private static Transaction transaction(String segments, int count) {
        return X12Reader.read(ISA + "GS*FA*CLEARING*CAREQUEUE*20261123*2030*7*X*005010X231A1~ST*999*0007*005010X231A1~"
                        + segments + "SE*" + count + "*0007~GE*1*7~IEA*1*000000007~")
                .transactions("999")
                .get(0);
    }
}
