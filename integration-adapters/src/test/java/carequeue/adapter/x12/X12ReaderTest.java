package carequeue.adapter.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import carequeue.adapter.x12.X12Refused.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Interchanges are read whatever their separators are, and a broken one is refused with its place. */
class X12ReaderTest {

    @Test
    void readsThePublishedExample() {
        Interchange read = X12Reader.read(Sample.WHOLE);
        assertThat(read.sender()).isEqualTo(new Party("ZZ", "123456789012345"));
        assertThat(read.at()).isEqualTo(LocalDateTime.of(2008, 5, 3, 17, 5));
        assertThat(read.production()).isFalse();
        Transaction answer = read.transactions("271").get(0);
        assertThat(answer.controlNumber()).isEqualTo("4321");
        var subscriber = Hierarchy.of(answer).levels("22").get(0);
        Segment coPay = subscriber.segments().stream()
                .filter(segment -> segment.is("EB", "B"))
                .findFirst()
                .orElseThrow();
        assertThat(coPay.repeats(3)).hasSize(10).startsWith("1", "33").endsWith("UC");
        assertThat(coPay.number(7)).isEqualByComparingTo("10");
        assertThat(coPay.text(12)).isEqualTo("Y");
        assertThat(coPay.text(13)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void anySeparatorsWillDo(String text) {
        assertThat(segments(text)).isEqualTo(segments(Sample.WHOLE));
    }

    static Stream<String> anySeparatorsWillDo() {
        return Stream.of(
                Sample.with("*", ">", ":", "~\n"),
                Sample.with("*", ">", ":", "~\r\n"),
                Sample.with("|", "^", "\\", "\n"),
                Sample.with("\u001D", "\u001F", "\u001E", "\u001C"),
                Sample.with("+", "%", "<", "'"),
                Sample.with("|", "^", "\\", "\n") + "\n\n",
                "\uFEFF" + Sample.WHOLE + "\r\n\r\n",
                Sample.WHOLE + "\u001A");
    }

    private static List<List<?>> segments(String text) {
        return X12Reader.read(text).transactions("271").get(0).segments().stream()
                .<List<?>>map(segment -> List.of(segment.tag(), segment.elements()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void aBrokenOneIsRefusedWithItsPlace(String text, Reason reason, String segment, int position) {
        assertThatThrownBy(() -> X12Reader.read(text)).isInstanceOfSatisfying(X12Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.segment()).isEqualTo(segment);
            assertThat(refused.position()).isEqualTo(position);
            assertThat(refused.getMessage()).doesNotContain("SMITH", "123456789", "GOLD");
        });
    }

    static Stream<Arguments> aBrokenOneIsRefusedWithItsPlace() {
        String whole = Sample.WHOLE;
        return Stream.of(
                arguments("", Reason.NO_INTERCHANGE, "ISA", 0),
                arguments("{\"errors\": []}", Reason.NO_INTERCHANGE, "ISA", 0),
                arguments("<html>ISA</html>", Reason.NO_INTERCHANGE, "ISA", 0),
                arguments(Sample.HEAD.substring(0, 60), Reason.NO_INTERCHANGE, "ISA", 0),
                arguments(whole.replace("123456789012345*ZZ", "1234*ZZ"), Reason.NO_INTERCHANGE, "ISA", 0),
                arguments(whole.replace("IEA*1*000010216~", ""), Reason.TRUNCATED, "GE", 25),
                arguments(whole.substring(0, whole.indexOf("EB*L") + 3), Reason.TRUNCATED, "EB", 17),
                arguments(whole.replace("SE*22", "SE*21"), Reason.COUNT, "SE01", 24),
                arguments(whole.replace("SE*22*4321~", ""), Reason.MISSING, "SE", 24),
                arguments(whole.replace("SE*22*4321", "SE*22*4322"), Reason.CONTROL_NUMBER, "SE02", 24),
                arguments(whole.replace("GE*1*", "GE*2*"), Reason.COUNT, "GE01", 25),
                arguments(whole.replace("GE*1*20213", "GE*1*20214"), Reason.CONTROL_NUMBER, "GE02", 25),
                arguments(whole.replace("IEA*1", "IEA*2"), Reason.COUNT, "IEA01", 26),
                arguments(whole.replace("IEA*1*000010216", "IEA*1*000010217"), Reason.CONTROL_NUMBER, "IEA02", 26),
                arguments(whole.replace("GE*1*20213~", ""), Reason.MISSING, "GE", 25),
                arguments(whole.replace("EB*L~", "EBENEFIT*L~"), Reason.MALFORMED, "EB", 16),
                arguments(whole.replace("*00501*", "*00401*"), Reason.WRONG_VERSION, "ISA12", 1),
                arguments(whole.replace("*X*005010X279A1", "*X*004010X092A1"), Reason.WRONG_VERSION, "GS08", 2),
                arguments(whole + "and more", Reason.MALFORMED, "IEA", 26),
                arguments(whole + whole, Reason.UNEXPECTED, "ISA", 0));
    }

    @Test
    void aFileMayHoldSeveralInterchanges() {
        assertThat(X12Reader.readAll(Sample.WHOLE + "\n" + Sample.WHOLE)).hasSize(2);
    }

    @Test
    void numbersAndDatesAreWhatTheySayOrRefused() {
        Segment segment = Segment.of("DTP", "291", "RD8", "20260101-20261231", "12A", "-20.50", ".5", "20261301");
        assertThat(segment.date(3)).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(segment.lastDate(3)).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(segment.number(5)).isEqualByComparingTo("-20.5");
        assertThat(segment.number(6)).isEqualByComparingTo("0.5");
        assertThat(segment.number(9)).isNull();
        assertThatThrownBy(() -> segment.number(4)).hasMessageContaining("DTP04");
        assertThatThrownBy(() -> segment.date(7)).hasMessageContaining("DTP07");
    }

    @Test
    void aHierarchyThatNamesNoParentIsRefused() {
        var orphan = X12Reader.read(Sample.WHOLE.replace("HL*3*2*22", "HL*3*7*22"))
                .transactions("271")
                .get(0);
        var twice = X12Reader.read(Sample.WHOLE.replace("HL*3*2*22", "HL*2*1*22"))
                .transactions("271")
                .get(0);
        assertThatThrownBy(() -> Hierarchy.of(orphan)).hasMessageContaining("HL02 (segment 9)");
        assertThatThrownBy(() -> Hierarchy.of(twice)).hasMessageContaining("HL01 (segment 9)");
    }
}
