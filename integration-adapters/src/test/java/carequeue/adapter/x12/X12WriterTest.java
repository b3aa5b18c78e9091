package carequeue.adapter.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written can be read by anybody: counts agree, no value holds a separator. */
class X12WriterTest {

    private static final Party US = new Party("ZZ", "CAREQUEUE");
    private static final Party THEM = new Party("30", "CLEARING");
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 23, 9, 5);

    private static Interchange interchange(Segment... segments) {
        return Interchange.of(
                US,
                THEM,
                AT,
                "000000905",
                false,
                "HS",
                new Transaction("270", "0001", "005010X279A1", List.of(segments)));
    }

    @Test
    void writesEnvelopesWithTheirCountsAndNumbers() {
        String text = X12Writer.write(interchange(
                Segment.of("BHT", "0022", "13", "T1"),
                Segment.of("EQ", List.of("30", "98")),
                Segment.of("SV1", Composite.of("HC", "99213", null, "25", ""), "20.5", null, null)));
        assertThat(text)
                .isEqualTo("ISA*00*          *00*          *ZZ*CAREQUEUE      *30*CLEARING      "
                        + " *261123*0905*^*00501*000000905*0*T*:~"
                        + "GS*HS*CAREQUEUE*CLEARING*20261123*0905*905*X*005010X279A1~ST*270*0001*005010X279A1~"
                        + "BHT*0022*13*T1~EQ*30^98~SV1*HC:99213::25*20.5~SE*5*0001~GE*1*905~IEA*1*000000905~");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Interchange read = X12Reader.read(Sample.WHOLE);
        for (Delimiters delimiters : List.of(Delimiters.USUAL, new Delimiters('|', '%', '<', '\n'))) {
            Interchange again = X12Reader.read(X12Writer.write(read, delimiters));
            assertThat(again).usingRecursiveComparison().isEqualTo(read);
        }
    }

    @Test
    void aValueWithASeparatorIsRefusedByItsElement() {
        for (String value : List.of("A*B", "A~B", "A:B", "A^B", "A\nB", "Ä", "\u0000")) {
            assertThatThrownBy(() -> X12Writer.write(interchange(Segment.of("NM1", "IL", "1", value))))
                    .isInstanceOf(X12Refused.class)
                    .hasMessageStartingWith("NM103");
        }
        assertThatThrownBy(() -> X12Text.id("12*3", 80, "NM109")).hasMessageStartingWith("NM109");
        assertThatThrownBy(() -> X12Text.id(" ", 80, "NM109")).hasMessageStartingWith("NM109");
    }

    @Test
    void wordsAreFoldedToWhatX12Knows() {
        assertThat(X12Text.words("  José  Núñez-O’Brien ", 60)).isEqualTo("JOSE NUNEZ-O'BRIEN");
        assertThat(X12Text.words("Groß*Gerau:~李", 60)).isEqualTo("GROSS GERAU");
        assertThat(X12Text.words("Featherstonehaugh", 7)).isEqualTo("FEATHER");
        assertThat(X12Text.words(null, 7)).isEmpty();
    }
}
